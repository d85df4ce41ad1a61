export { openDataSource, openPool, type DataSourceOptions, type PoolOptions } from './data-source.ts';
export { Database, type DatabaseOptions } from './database.ts';
export { databaseUnavailable, isDependencyFailure } from './dependency-failure.ts';
export { identifier } from './identifier.ts';
export { migrate, pendingMigrations, revertLast } from './migrations/migrate.ts';
export type { MigrationClass } from './migrations/migration-class.ts';
export {
  FOREIGN_ROLE,
  provisionSchema,
  type ProvisionedSchema,
  type ProvisionOptions,
} from './provisioning/provision-schema.ts';
export type * from './sql.ts';
export type { TenantScope } from './tenancy/tenant-scope.ts';
export { partyTable, type PartyTableOptions } from './tenancy/party-table.ts';
export { withClient } from './with-client.ts';
export { tenantTable, type TenantTableOptions, type WorkerRight } from './tenancy/tenant-table.ts';
export type { MigrationSql } from './migrations/migration-sql.ts';
export { EmbeddedPostgresError, type EmbeddedPostgresProblem } from './embedded/embedded-postgres-error.ts';
export {
  startEmbeddedPostgres,
  type EmbeddedPostgres,
  type EmbeddedPostgresOptions,
} from './embedded/start-embedded-postgres.ts';
export { entityManager } from './entity-manager.ts';
export { violatedConstraint } from './violated-constraint.ts';
export { AuditTrail, type AuditEntry } from './audit/audit-entry.ts';
export { AuditSealer, type AuditSealerOptions } from './audit/audit-sealer.ts';
export { auditTables } from './audit/audit-tables.ts';
export { verifyAudit, type AuditAnchor, type AuditBreak, type AuditVerdict } from './audit/verify-audit.ts';
