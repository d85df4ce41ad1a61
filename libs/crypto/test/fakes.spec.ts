import { describeDataKeyStore } from './data-key-store.conformance.ts';
import { MemoryDataKeyStore } from './memory-data-key-store.ts';
import { MemoryTokenStore } from './memory-token-store.ts';
import { describeTokenStore } from './token-store.conformance.ts';

const nothingToStop = async () => {};

describeDataKeyStore('memory', async () => ({ store: new MemoryDataKeyStore(), stop: nothingToStop }));
describeTokenStore('memory', async () => ({ store: new MemoryTokenStore(), stop: nothingToStop }));
