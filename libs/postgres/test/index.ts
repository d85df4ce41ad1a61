export { snapshotSchema } from './snapshot-schema.ts';
export { testSchema, type TestSchema } from './test-schema.ts';
