export { describeObjectStore } from './object-store.conformance.ts';
export type { Capabilities, ObjectStoreHarness } from './object-store-harness.ts';
export { startLocalObjects, type LocalObjects } from './start-local-objects.ts';
