export { describeDataKeyStore, type StoreHarness } from './data-key-store.conformance.ts';
export { describeKms, type KmsHarness } from './kms.conformance.ts';
export { MemoryDataKeyStore } from './memory-data-key-store.ts';
export { MemoryKms } from './memory-kms.ts';
export { MemoryTokenStore } from './memory-token-store.ts';
export { describeTokenStore } from './token-store.conformance.ts';
