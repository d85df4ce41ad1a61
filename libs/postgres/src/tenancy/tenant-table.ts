import { identifier } from '../identifier.ts';
import type { MigrationSql } from '../migrations/migration-sql.ts';
import { WORKER_NAME } from './tenant-scope.ts';

/** What a worker may do with the rows of everybody. */
export type WorkerRight = 'select' | 'all';

export interface TenantTableOptions<Worker extends string = string> {
  /**
   * The uuid column that says whose row it is. Whoever it names always reads the row, and alone writes it when it
   * belongs to no organization. Without one only workers write rows of no organization.
   */
  readonly owner?: string;
  /** The table has a `visibility` column: rows marked 'public' are readable in scopes with `publicReads`. */
  readonly visibility?: boolean;
  /** Workers that reach every row of this table, each with exactly this right. */
  readonly workers?: Readonly<Partial<Record<Worker, WorkerRight>>>;
}

/*
 * Stable expressions on one side of a leakproof operator: each serves as the key of an index. What a stranger is
 * called is no id and must not reach the cast.
 */
export const ORG = `nullif(current_setting('app.org', true), '')::uuid`;
export const USER = `nullif(nullif(current_setting('app.user', true), ''), 'anonymous')::uuid`;
const SOMEBODY = `coalesce(current_setting('app.org', true), '') || coalesce(current_setting('app.user', true), '') <> ''`;

export interface Policy {
  readonly name: string;
  readonly command: 'ALL' | 'SELECT';
  readonly condition: string;
}

/**
 * Row-level security for a table with an `org_id uuid` column, forced on its owner too. Nothing set: no rows.
 * docs/visibility.md says who reaches what.
 */
export function tenantTable<Worker extends string>(
  schema: string,
  table: string,
  options: TenantTableOptions<Worker> = {},
): MigrationSql {
  const name = `${identifier(schema)}.${identifier(table)}`;
  const policies = policiesOf(options);
  return {
    up: [
      `ALTER TABLE ${name} ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;`,
      ...policies.map((policy) => createPolicy(name, policy)),
    ].join('\n'),
    down: [
      ...policies.map((policy) => `DROP POLICY ${policy.name} ON ${name};`),
      `ALTER TABLE ${name} NO FORCE ROW LEVEL SECURITY, DISABLE ROW LEVEL SECURITY;`,
    ].join('\n'),
  };
}

function policiesOf({ owner, visibility, workers = {} }: TenantTableOptions): Policy[] {
  return [
    { name: 'own_organization', command: 'ALL', condition: `org_id = ${ORG}` },
    { name: 'no_organization', command: 'SELECT', condition: `org_id IS NULL AND ${SOMEBODY}` },
    ...(owner === undefined ? [] : ownerPolicies(identifier(owner))),
    ...(visibility === true ? [publicReads] : []),
    ...Object.entries(workers).map(([worker, right]) => workerPolicy(worker, right)),
  ];
}

function ownerPolicies(owner: string): Policy[] {
  return [
    { name: 'own_rows', command: 'SELECT', condition: `${owner} = ${USER}` },
    { name: 'own_rows_of_no_organization', command: 'ALL', condition: `org_id IS NULL AND ${owner} = ${USER}` },
  ];
}

const publicReads: Policy = {
  name: 'public_reads',
  command: 'SELECT',
  condition: `visibility = 'public' AND current_setting('app.public_reads', true) = 'on' AND ${SOMEBODY}`,
};

export function workerPolicy(worker: string, right: unknown): Policy {
  if (!WORKER_NAME.test(worker)) throw new TypeError('A worker is named in lower case, digits and dashes.');
  if (right !== 'select' && right !== 'all') throw new TypeError(`A worker's right is 'select' or 'all'.`);
  return {
    name: identifier(`worker_${worker.replaceAll('-', '_')}`),
    command: right === 'all' ? 'ALL' : 'SELECT',
    condition: `current_setting('app.worker', true) = '${worker}'`,
  };
}

export function createPolicy(table: string, { name, command, condition }: Policy): string {
  const check = command === 'ALL' ? ` WITH CHECK (${condition})` : '';
  return `CREATE POLICY ${name} ON ${table} FOR ${command} USING (${condition})${check};`;
}
