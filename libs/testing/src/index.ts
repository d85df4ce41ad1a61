export { eventually, type EventuallyOptions } from './eventually.ts';
export { FakeClock } from './fake-clock.ts';
export { freePort, freePortRow } from './free-ports.ts';
export { processorMs } from './processor-time.ts';
export { sequenceId, sequenceIds } from './sequence-ids.ts';
export { testDatabase, type TestDatabase } from './test-database.ts';
export { type Identity, testCertificates, type TestCertificates } from './certificates/test-certificates.ts';
