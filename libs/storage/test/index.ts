export { describeObjectStore, type ObjectStoreHarness } from './object-store.conformance.ts';
export { startLocalObjects, type LocalObjects } from './start-local-objects.ts';
