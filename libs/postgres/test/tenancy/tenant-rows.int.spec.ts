import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { sequenceId } from '@foundnow/testing';
import type { MigrationInterface, QueryRunner } from 'typeorm';
import { Database, openPool, tenantTable, withClient, type TenantScope } from '../../src/index.ts';
import { testSchema, type TestSchema } from '../test-schema.ts';

const RED = sequenceId(1);
const BLUE = sequenceId(2);
const PERSON = sequenceId(3);

class CreateItems1700000000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query('CREATE TABLE items (label text PRIMARY KEY, org_id uuid, visibility text NOT NULL)');
    await runner.query(tenantTable('lost', 'items', { visibility: true, workers: ['matching'] }).up);
  }
  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE items');
  }
}

describe('row-level security of a tenant table', () => {
  let schema: TestSchema;
  const seen = async (scope: TenantScope): Promise<string[]> =>
    schema.database.read(scope, async (tx) => {
      const rows = await tx.query<{ label: string }>('SELECT label FROM items ORDER BY label');
      return rows.map(({ label }) => label);
    });
  const insert = (scope: TenantScope, label: string, org: string | null, visibility = 'private'): Promise<unknown> =>
    schema.database.transaction(scope, (tx) =>
      tx.query('INSERT INTO items VALUES ($1, $2, $3)', [label, org, visibility]),
    );

  beforeAll(async () => {
    schema = await testSchema('lost', [CreateItems1700000000000]);
    await insert({ org: RED }, 'red private', RED);
    await insert({ org: RED }, 'red public', RED, 'public');
    await insert({ org: BLUE }, 'blue private', BLUE);
    await insert({ person: PERSON }, 'nobody’s', null);
  });
  afterAll(() => schema.drop());

  it.each<[string, TenantScope, string[]]>([
    ['an organization its own rows and those of none', { org: RED }, ['nobody’s', 'red private', 'red public']],
    ['another organization nothing of the first', { org: BLUE, person: PERSON }, ['blue private', 'nobody’s']],
    ['a person the rows of no organization', { person: PERSON }, ['nobody’s']],
    ['a stranger the rows of no organization', { anonymous: true }, ['nobody’s']],
    [
      'a stranger who reads in public, public rows too',
      { anonymous: true, publicReads: true },
      ['nobody’s', 'red public'],
    ],
    ['an unknown worker nothing', { worker: 'gossip' }, []],
  ])('shows %s', async (_, scope, labels) => {
    expect(await seen(scope)).toEqual(labels);
  });

  it('shows everything to the worker that the table names, and lets it write', async () => {
    expect(await seen({ worker: 'matching' })).toHaveLength(4);
    await insert({ worker: 'matching' }, 'by worker', BLUE);
    expect(await seen({ org: BLUE })).toContain('by worker');
  });

  it.each<[string, TenantScope, string | null, string]>([
    ['of another organization', { org: RED }, BLUE, 'private'],
    ['of another organization, though public', { org: RED, publicReads: true }, BLUE, 'public'],
    ['of an organization as a person without one', { person: PERSON }, RED, 'public'],
    ['of no organization as an unknown worker', { worker: 'gossip' }, null, 'private'],
  ])('refuses a row %s', async (label, scope, org, visibility) => {
    await expect(insert(scope, label, org, visibility)).rejects.toThrow(/row-level security/);
  });

  it('neither changes, removes nor gives away rows across organizations', async () => {
    const blue = { org: BLUE, publicReads: true } as const;
    const changed = await schema.database.transaction(blue, async (tx) => [
      ...(await tx.query(`UPDATE items SET visibility = 'x' WHERE label LIKE 'red%' RETURNING 1`)),
      ...(await tx.query(`DELETE FROM items WHERE label LIKE 'red%' RETURNING 1`)),
    ]);
    expect(changed).toEqual([]);
    const give = schema.database.transaction(blue, (tx) => tx.query('UPDATE items SET org_id = $1', [RED]));
    await expect(give).rejects.toThrow(/row-level security/);
  });

  it.each(['ownerUrl', 'appUrl'] as const)('shows nothing without a scope through %s', async (login) => {
    await withClient(schema[login], async (client) => {
      expect((await client.query('SELECT * FROM lost.items')).rows).toEqual([]);
      await client.query(`SET app.org = ''; SET app."user" = ''`);
      expect((await client.query('SELECT * FROM lost.items')).rows).toEqual([]);
      await expect(client.query(`INSERT INTO lost.items VALUES ('x', NULL, 'public')`)).rejects.toThrow(/row-level/);
    });
  });

  it('shows nothing of what earlier users left on a pooled connection', async () => {
    const pool = openPool({ url: schema.appUrl, schema: 'lost', applicationName: 'dirty', poolSize: 1 });
    const database = new Database(pool);
    const count = (scope: TenantScope): Promise<number> =>
      database.read(scope, async (tx) => (await tx.query('SELECT 1 FROM items WHERE org_id IS NOT NULL')).length);

    await pool.query(`SET app.org = '${RED}'; SET app.worker = 'matching'; SET app.public_reads = 'on'`);
    expect(await count({ anonymous: true })).toBe(0);

    const abandoned = await pool.connect();
    await abandoned.query(`BEGIN; SET LOCAL app.org = '${RED}'`);
    abandoned.release();
    expect(await count({ person: PERSON })).toBe(0);

    await database.transaction({ org: RED }, async (tx) => tx.query('SELECT nonsense')).catch(() => {});
    await database.transaction({ org: RED }, async (tx) => tx.query('SELECT 1'));
    expect((await pool.query('SELECT * FROM items')).rows).toEqual([]);
    await database.close();
  });

  it('is taken off a table again by its down statement', async () => {
    const { up, down } = tenantTable('lost', 'items', { visibility: true, workers: ['matching'] });
    await withClient(schema.ownerUrl, async (client) => {
      await client.query(`BEGIN; ${down}`);
      expect((await client.query('SELECT 1 FROM lost.items')).rowCount).toBeGreaterThan(4);
      await client.query(`${up}`);
      expect((await client.query('SELECT 1 FROM lost.items')).rowCount).toBe(0);
      await client.query('ROLLBACK');
    });
  });
});
