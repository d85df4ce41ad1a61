export { testSchema, type TestSchema } from './test-schema.ts';
