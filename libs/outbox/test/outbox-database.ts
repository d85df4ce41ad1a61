import pg from 'pg';
import { Database, openPool } from '@foundnow/postgres';
import type { Sql, Tx } from '@foundnow/postgres';
import { testDatabase } from '@foundnow/testing';
import { inboxTables, outboxTables } from '../src/index.ts';

export const SCHEMA = 'shop';

/** A database with an outbox, an inbox and, as the state whose changes are told, a table of counters. */
export interface OutboxDatabase extends Sql {
  readonly url: string;
  readonly database: Database;
  transaction<T>(work: (tx: Tx) => Promise<T>): Promise<T>;
  /** A connection of its own, for transactions that stay open. */
  connect(): Promise<pg.Client>;
  count(table: string): Promise<number>;
  drop(): Promise<void>;
}

export async function outboxDatabase(): Promise<OutboxDatabase> {
  const { adminUrl: url, drop } = await testDatabase();
  const pool = openPool({ url, schema: SCHEMA, applicationName: 'outbox-spec', poolSize: 20 });
  const database = new Database(pool);
  const clients: pg.Client[] = [];
  const query = async <Row>(text: string, values?: readonly unknown[]): Promise<Row[]> => {
    const { rows } = await pool.query<Row & object>(text, values as unknown[]);
    return rows;
  };
  await query(`CREATE SCHEMA ${SCHEMA}`);
  await query(outboxTables(SCHEMA).up + inboxTables(SCHEMA).up);
  await query(`CREATE TABLE counter (key text PRIMARY KEY, version int NOT NULL DEFAULT 0)`);
  return {
    url,
    database,
    query,
    transaction: (work) => database.transaction({ worker: 'spec' }, work),
    async connect() {
      const client = new pg.Client({ connectionString: url, options: `-c search_path=${SCHEMA}` });
      client.on('error', () => undefined);
      clients.push(client);
      await client.connect();
      return client;
    },
    async count(table) {
      const [row] = await query<{ count: number }>(`SELECT count(*)::int AS count FROM ${table}`);
      return row?.count ?? 0;
    },
    async drop() {
      await Promise.all(clients.map((client) => client.end().catch(() => undefined)));
      await database.close();
      await drop();
    },
  };
}
