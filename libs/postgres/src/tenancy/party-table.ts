import { identifier } from '../identifier.ts';
import type { MigrationSql } from '../migrations/migration-sql.ts';
import { createPolicy, ORG, type Policy, USER, type WorkerRight, workerPolicy } from './tenant-table.ts';

export interface PartyTableOptions<Worker extends string = string> {
  /** The uuid columns that name the people whose row it is. */
  readonly parties: readonly string[];
  /** The uuid columns that name organizations whose row it is, too. */
  readonly organizations?: readonly string[];
  readonly workers?: Readonly<Partial<Record<Worker, WorkerRight>>>;
}

/**
 * Row-level security for what is between people, wherever they belong: each of them reaches the row, everybody else
 * does not, their organizations only where columns name these. Such a table has no `org_id`.
 */
export function partyTable<Worker extends string>(
  schema: string,
  table: string,
  { parties, organizations = [], workers }: PartyTableOptions<Worker>,
): MigrationSql {
  if (parties.length === 0) throw new TypeError('A table of nobody: name the columns of its people.');
  const name = `${identifier(schema)}.${identifier(table)}`;
  const condition = [
    ...parties.map((column) => `${identifier(column)} = ${USER}`),
    ...organizations.map((column) => `${identifier(column)} = ${ORG}`),
  ].join(' OR ');
  const policies: Policy[] = [
    { name: 'parties', command: 'ALL', condition },
    ...Object.entries(workers ?? {}).map(([worker, right]) => workerPolicy(worker, right)),
  ];
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
