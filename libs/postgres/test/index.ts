export { snapshotSchema } from './snapshot-schema.ts';
export { describeTenantTables, type TenantTables } from './tenancy/tenant-tables.conformance.ts';
export { testSchema, type TestSchema } from './test-schema.ts';
