import { describe, expect, it } from '@jest/globals';
import pg from 'pg';
import { testDatabase } from '../src/index.ts';

async function ask(url: string, sql: string): Promise<unknown[]> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return (await client.query(sql)).rows;
  } finally {
    await client.end();
  }
}

describe('testDatabase', () => {
  it('gives each caller an empty UTF-8 database of its own and takes it away again, roles included', async () => {
    const [one, two] = await Promise.all([testDatabase(), testDatabase()]);
    await ask(one.adminUrl, 'CREATE TABLE only_here ()');
    await ask(one.adminUrl, `CREATE ROLE ${one.rolePrefix}guest LOGIN PASSWORD '${one.password}'`);
    expect(await ask(one.url('guest'), 'SHOW server_encoding')).toEqual([{ server_encoding: 'UTF8' }]);
    expect(await ask(two.adminUrl, `SELECT to_regclass('only_here') AS found`)).toEqual([{ found: null }]);

    await Promise.all([one.drop(), two.drop()]);
    await expect(ask(one.adminUrl, 'SELECT 1')).rejects.toThrow(/does not exist/);
    await expect(ask(one.url('guest'), 'SELECT 1')).rejects.toThrow();
  });
});
