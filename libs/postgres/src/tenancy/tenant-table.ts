import { identifier } from '../identifier.ts';
import type { MigrationSql } from '../migrations/migration-sql.ts';
import { WORKER_NAME } from './tenant-scope.ts';

export interface TenantTableOptions {
  /** The table has a `visibility` column: rows marked 'public' are readable in scopes with `publicReads`. */
  readonly visibility?: boolean;
  /** Workers that see and write every row of this table. */
  readonly workers?: readonly string[];
}

const ORG = `nullif(current_setting('app.org', true), '')::uuid`;
const SOMEBODY = `coalesce(current_setting('app.org', true), '') || coalesce(current_setting('app.user', true), '') <> ''`;

/**
 * Row-level security for a table with an `org_id uuid` column, forced on its owner too. Nothing set: no rows.
 * An organization reaches its own rows, everybody with a scope the rows of no organization, each named worker all.
 */
export function tenantTable(schema: string, table: string, options: TenantTableOptions = {}): MigrationSql {
  const name = `${identifier(schema)}.${identifier(table)}`;
  const policies = [
    policy(name, 'own_organization', 'ALL', `org_id = ${ORG}`),
    policy(name, 'no_organization', 'ALL', `org_id IS NULL AND ${SOMEBODY}`),
    ...(options.visibility === true ? [policy(name, 'public_reads', 'SELECT', publicRows())] : []),
    ...(options.workers ?? []).map((worker) => workerPolicy(name, worker)),
  ];
  const names = policies.map((each) => each.name);
  return {
    up: [
      `ALTER TABLE ${name} ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;`,
      ...policies.map((each) => each.sql),
    ].join('\n'),
    down: [
      ...names.map((each) => `DROP POLICY ${each} ON ${name};`),
      `ALTER TABLE ${name} NO FORCE ROW LEVEL SECURITY, DISABLE ROW LEVEL SECURITY;`,
    ].join('\n'),
  };
}

function publicRows(): string {
  return `visibility = 'public' AND current_setting('app.public_reads', true) = 'on'`;
}

function workerPolicy(table: string, worker: string): { name: string; sql: string } {
  if (!WORKER_NAME.test(worker)) throw new TypeError('A worker is named in lower case, digits and dashes.');
  const condition = `current_setting('app.worker', true) = '${worker}'`;
  return policy(table, identifier(`worker_${worker.replaceAll('-', '_')}`), 'ALL', condition);
}

function policy(
  table: string,
  name: string,
  command: 'ALL' | 'SELECT',
  condition: string,
): { name: string; sql: string } {
  const check = command === 'ALL' ? ` WITH CHECK (${condition})` : '';
  return { name, sql: `CREATE POLICY ${name} ON ${table} FOR ${command} USING (${condition})${check};` };
}
