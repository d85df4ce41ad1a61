import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { sequenceId } from '@foundnow/testing';
import { Database, openPool, type TenantScope, withClient } from '../../src/index.ts';
import { type Items, openItems } from './items.ts';

const [RED, ANN, STRANGER] = [1, 2, 3].map(sequenceId) as [string, string, string];

describe('a pooled connection', () => {
  let items: Items;

  beforeAll(async () => {
    items = await openItems();
    await items.insert({ org: RED }, { label: 'red', org: RED, owner: ANN, visibility: 'public' });
    await items.insert({ person: ANN }, { label: 'Ann’s', org: null, owner: ANN });
  });
  afterAll(() => items.drop());

  it.each(['ownerUrl', 'appUrl'] as const)('shows nothing without a scope through %s', async (login) => {
    await withClient(items.schema[login], async (client) => {
      const seen = async (): Promise<unknown[]> => (await client.query('SELECT * FROM lost.items')).rows;
      expect(await seen()).toEqual([]);
      await client.query(`SET app.org = ''; SET app."user" = ''; SET app.public_reads = 'on'`);
      expect(await seen()).toEqual([]);
      const insert = client.query(`INSERT INTO lost.items VALUES ('x', NULL, NULL, 'public')`);
      await expect(insert).rejects.toThrow(/row-level/);
    });
  });

  it('shows nothing of what earlier users left on it', async () => {
    const pool = openPool({ url: items.schema.appUrl, schema: 'lost', applicationName: 'dirty', poolSize: 1 });
    const database = new Database(pool);
    const count = (scope: TenantScope): Promise<number> =>
      database.read(scope, async (tx) => (await tx.query('SELECT 1 FROM items WHERE org_id IS NOT NULL')).length);

    await pool.query(`SET app.org = '${RED}'; SET app."user" = '${ANN}'`);
    await pool.query(`SET app.worker = 'matching'; SET app.public_reads = 'on'`);
    expect(await count({ anonymous: true })).toBe(0);

    const abandoned = await pool.connect();
    await abandoned.query(`BEGIN; SET LOCAL app.org = '${RED}'`);
    abandoned.release();
    expect(await count({ person: STRANGER })).toBe(0);

    await database.transaction({ org: RED, person: ANN }, async (tx) => tx.query('SELECT nonsense')).catch(() => {});
    await database.transaction({ org: RED, person: ANN }, async (tx) => tx.query('SELECT 1'));
    expect((await pool.query('SELECT * FROM items')).rows).toEqual([]);
    await database.close();
  });

  it('refuses a worker that nobody declared, where the workers are known', async () => {
    const pool = openPool({ url: items.schema.appUrl, schema: 'lost', applicationName: 'known' });
    const database = new Database(pool, { workers: ['matching'] });
    const count = (worker: string): Promise<number> =>
      database.read({ worker }, async (tx) => (await tx.query('SELECT 1 FROM items')).length);
    expect(await count('matching')).toBe(2);
    await expect(count('mathcing')).rejects.toThrow(/'mathcing'.*matching/);
    await database.close();
  });
});
