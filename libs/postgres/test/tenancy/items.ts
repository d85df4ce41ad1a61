import type { MigrationInterface, QueryRunner } from 'typeorm';
import { type TenantScope, tenantTable, type TenantTableOptions, type Tx } from '../../src/index.ts';
import { testSchema, type TestSchema } from '../test-schema.ts';

export const RIGHTS = {
  owner: 'owner_id',
  visibility: true,
  workers: { matching: 'all', reporting: 'select' },
} as const satisfies TenantTableOptions;

class CreateItems1700000000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query('CREATE TABLE items (label text PRIMARY KEY, org_id uuid, owner_id uuid, visibility text)');
    await runner.query(tenantTable('lost', 'items', RIGHTS).up);
  }
  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE items');
  }
}

export interface Item {
  readonly label: string;
  readonly org: string | null;
  readonly owner: string | null;
  readonly visibility?: string;
}

/** One tenant table with every kind of policy on it. */
export interface Items {
  readonly schema: TestSchema;
  seen(scope: TenantScope): Promise<string[]>;
  insert(scope: TenantScope, item: Item): Promise<unknown>;
  /** Tries `SET <change>`, or to change nothing in a column, on all rows; tells whose it reached, and takes it back. */
  touch(scope: TenantScope, change: string): Promise<string[]>;
  /** Tries to remove all rows; tells which it reached, and takes it back. */
  remove(scope: TenantScope): Promise<string[]>;
  drop(): Promise<void>;
}

export async function openItems(): Promise<Items> {
  const schema = await testSchema('lost', [CreateItems1700000000000]);
  const { database } = schema;
  const takenBack = async (scope: TenantScope, statement: string): Promise<string[]> => {
    let reached: string[] = [];
    const back = new Error('taken back');
    const attempt = database.transaction(scope, async (tx) => {
      reached = await labels(tx, `${statement} RETURNING label`);
      throw back;
    });
    await attempt.catch((error: unknown) => {
      if (error !== back) throw error;
    });
    return reached;
  };
  return {
    schema,
    seen: (scope) => database.read(scope, (tx) => labels(tx, 'SELECT label FROM items')),
    insert: (scope, { label, org, owner, visibility = 'private' }) =>
      database.transaction(scope, (tx) =>
        tx.query('INSERT INTO items VALUES ($1, $2, $3, $4)', [label, org, owner, visibility]),
      ),
    touch: (scope, change) =>
      takenBack(scope, `UPDATE items SET ${change.includes('=') ? change : `${change} = ${change}`}`),
    remove: (scope) => takenBack(scope, 'DELETE FROM items'),
    drop: () => schema.drop(),
  };
}

async function labels(tx: Tx, statement: string): Promise<string[]> {
  const rows = await tx.query<{ label: string }>(statement);
  return rows.map(({ label }) => label).sort();
}
