import { describe, expect, it } from '@jest/globals';
import type { Sql } from '@foundnow/postgres';
import { FakeClock, testDatabase } from '@foundnow/testing';
import pg from 'pg';
import {
  dataKeyTables,
  hashToken,
  PostgresDataKeyStore,
  PostgresTokenStore,
  SingleUseTokens,
  tokenTables,
} from '../src/index.ts';
import { describeDataKeyStore } from './data-key-store.conformance.ts';
import { describeTokenStore } from './token-store.conformance.ts';

const schema = 'crypto_test';

async function withTables() {
  const database = await testDatabase();
  const pool = new pg.Pool({ connectionString: database.adminUrl, max: 32 });
  // Dropping the database ends connections that are just saying goodbye.
  pool.on('error', () => {});
  await pool.query(`CREATE SCHEMA ${schema}; ${dataKeyTables(schema).up} ${tokenTables(schema).up}`);
  const stop = async () => {
    await pool.end();
    await database.drop();
  };
  return { pool, sql: sqlOn(pool), stop };
}

function sqlOn(queryable: pg.Pool | pg.PoolClient): Sql {
  return {
    async query<Row>(text: string, values: readonly unknown[] = []) {
      const { rows } = await queryable.query(text, [...values]);
      return rows as Row[];
    },
  };
}

describeDataKeyStore('PostgreSQL', async () => {
  const { sql, stop } = await withTables();
  return { store: new PostgresDataKeyStore(sql, schema), stop };
});

describeTokenStore('PostgreSQL', async () => {
  const { sql, stop } = await withTables();
  return { store: new PostgresTokenStore(sql, schema), stop };
});

describe('the tables in PostgreSQL', () => {
  it('use a token up exactly when what it allowed is committed, and keep its hash only', async () => {
    const { pool, stop } = await withTables();
    const clock = new FakeClock();
    const client = await pool.connect();
    const tokens = new SingleUseTokens(new PostgresTokenStore(sqlOn(client), schema), clock);
    try {
      const token = await tokens.issue({ purpose: 'p', subject: 's', ttlSeconds: 60 });
      await client.query('BEGIN');
      await tokens.consume(token, 'p');
      await client.query('ROLLBACK');
      await expect(tokens.consume(token, 'p')).resolves.toEqual({ subject: 's', data: {} });
      const { rows } = await client.query<{ hash: Buffer; text: string }>(
        `SELECT hash, t::text AS text FROM ${schema}.single_use_tokens t`,
      );
      expect(rows[0]?.hash).toEqual(hashToken(token));
      expect(rows[0]?.text).not.toContain(token);
    } finally {
      client.release();
      await stop();
    }
  });

  it('go down as they came up, and take no schema name that is not plain', async () => {
    const { pool, stop } = await withTables();
    await pool.query(`${dataKeyTables(schema).down} ${tokenTables(schema).down}`);
    const { rows } = await pool.query(`SELECT relname FROM pg_class WHERE relnamespace = '${schema}'::regnamespace`);
    expect(rows).toEqual([]);
    await stop();
    expect(() => dataKeyTables('x"; DROP SCHEMA public')).toThrow(TypeError);
  });
});
