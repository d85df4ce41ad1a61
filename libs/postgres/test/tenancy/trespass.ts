import type { Database, TenantScope, Tx } from '../../src/index.ts';
import type { TableFacts } from './table-list.ts';

export interface Visitor {
  readonly who: string;
  readonly scope: TenantScope;
}

const REFUSED = '42501';
const takenBack = new Error('taken back');

/** How many rows of a table a visitor is shown. */
export async function rowsShown(database: Database, { scope }: Visitor, table: string, where: string): Promise<number> {
  const select = `SELECT 1 FROM ${table} WHERE ${where}`;
  return database.read(scope, async (tx) => (await tx.query(select)).length).catch(noneIfRefused);
}

export interface WriteTarget {
  readonly table: TableFacts;
  readonly org: string | null;
  readonly author: string | null;
}

/** Which writes a visitor gets away with. Whatever happens is taken back. */
export async function writesDone(database: Database, visitor: Visitor, target: WriteTarget): Promise<string[]> {
  const { table, org, author } = target;
  const where = org === null ? 'org_id IS NULL' : `org_id = '${org}'`;
  const reached = (statement: string): Promise<number> =>
    attempt(database, visitor.scope, async (tx) => (await tx.query(`${statement} WHERE ${where} RETURNING 1`)).length);
  const done: string[] = [];
  if ((await reached(`UPDATE ${table.name} SET org_id = org_id`)) > 0) done.push('changes rows');
  if ((await reached(`DELETE FROM ${table.name}`)) > 0) done.push('removes rows');
  const insert = `INSERT INTO ${table.name} (org_id${table.owner === null ? '' : `, ${table.owner}`})`;
  const values = table.owner === null ? [org] : [org, author];
  const accepted = await attempt(database, visitor.scope, async (tx) => {
    await tx.query(`${insert} VALUES (${values.map((_, i) => `$${i + 1}`).join()})`, values);
    return 1;
  }).catch(brokeAnotherRule);
  if (accepted > 0) done.push('adds a row');
  return done;
}

async function attempt(database: Database, scope: TenantScope, work: (tx: Tx) => Promise<number>): Promise<number> {
  let outcome = 0;
  const run = database.transaction(scope, async (tx) => {
    outcome = await work(tx);
    throw takenBack;
  });
  return run.catch((error: unknown) => (error === takenBack ? outcome : noneIfRefused(error)));
}

function noneIfRefused(error: unknown): number {
  if (codeOf(error) === REFUSED) return 0;
  throw error;
}

/** A missing column is noticed only after row-level security let the row pass. */
function brokeAnotherRule(error: unknown): number {
  if (codeOf(error)?.startsWith('23')) return 1;
  throw error;
}

function codeOf(error: unknown): string | undefined {
  return error instanceof Error ? (error as { code?: string }).code : undefined;
}
