import pg from 'pg';
import type { DataSource } from 'typeorm';
import { openDataSource } from '../data-source.ts';
import { identifier } from '../identifier.ts';
import { withClient } from '../with-client.ts';
import type { MigrationClass } from './migration-class.ts';

const LEDGER = 'schema_migrations';

/**
 * Brings a schema up to date and answers with the names of what it ran. Each migration is a transaction of its own;
 * replicas that start together wait for each other, and only the first finds anything to do.
 */
export async function migrate(
  ownerUrl: string,
  schema: string,
  migrations: readonly MigrationClass[],
): Promise<string[]> {
  return withClient(ownerUrl, async (client) => {
    if ((await pendingOn(client, schema, migrations)).length === 0) return [];
    await lock(client, schema);
    if ((await pendingOn(client, schema, migrations)).length === 0) return [];
    return withSource(ownerUrl, schema, migrations, async (source) => {
      try {
        const ran = await source.runMigrations({ transaction: 'each' });
        return ran.map(({ name }) => name);
      } catch (error) {
        const [failed] = await pendingOn(client, schema, migrations);
        throw new Error(`Migration ${failed ?? ''} of schema ${schema} failed and was rolled back: ${said(error)}`, {
          cause: error,
        });
      } finally {
        await protectLedger(client, schema);
      }
    });
  });
}

/** The names of the migrations that the schema has not seen, in the order in which they would run. */
export async function pendingMigrations(
  url: string,
  schema: string,
  migrations: readonly MigrationClass[],
): Promise<string[]> {
  return withClient(url, (client) => pendingOn(client, schema, migrations));
}

/** Takes back the newest migration and answers with its name; `undefined` when there is none. */
export async function revertLast(
  ownerUrl: string,
  schema: string,
  migrations: readonly MigrationClass[],
): Promise<string | undefined> {
  return withClient(ownerUrl, async (client) => {
    await lock(client, schema);
    const newest = (await applied(client, schema)).at(-1);
    if (newest === undefined) return undefined;
    await withSource(ownerUrl, schema, migrations, (source) => source.undoLastMigration({ transaction: 'each' }));
    return newest;
  });
}

async function withSource<T>(
  url: string,
  schema: string,
  migrations: readonly MigrationClass[],
  work: (source: DataSource) => Promise<T>,
): Promise<T> {
  const source = await openDataSource({
    url,
    schema,
    migrations,
    applicationName: 'foundnow-migrate',
    poolSize: 1,
    statementTimeoutMs: 0,
  });
  try {
    return await work(source);
  } finally {
    await source.destroy();
  }
}

/** Held by the session, so that it goes when the process does. */
async function lock(client: pg.Client, schema: string): Promise<void> {
  await client.query(`SET lock_timeout = '5min'`);
  await client.query('SELECT pg_advisory_lock(hashtextextended($1, 0))', [`foundnow.migrate:${schema}`]);
}

async function applied(client: pg.Client, schema: string): Promise<string[]> {
  const ledger = `${identifier(schema)}.${LEDGER}`;
  const { rows } = await client.query<{ found: string | null }>('SELECT to_regclass($1)::text AS found', [ledger]);
  if (rows[0]?.found == null) return [];
  const names = await client.query<{ name: string }>(`SELECT name FROM ${ledger} ORDER BY timestamp, id`);
  return names.rows.map(({ name }) => name);
}

async function pendingOn(client: pg.Client, schema: string, migrations: readonly MigrationClass[]): Promise<string[]> {
  const known = new Set(await applied(client, schema));
  return migrations
    .map(({ name }) => name)
    .filter((name) => !known.has(name))
    .sort((a, b) => Number(a.slice(-13)) - Number(b.slice(-13)));
}

/** The service may read which migrations ran (readiness), but never rewrite that history. */
async function protectLedger(client: pg.Client, schema: string): Promise<void> {
  await client.query(`DO $$ DECLARE grantee text; BEGIN
  FOR grantee IN SELECT DISTINCT a.grantee::regrole::text FROM pg_class c, aclexplode(c.relacl) a
    WHERE c.oid = to_regclass('${identifier(schema)}.${LEDGER}') AND a.grantee NOT IN (0, c.relowner)
  LOOP EXECUTE format('REVOKE INSERT, UPDATE, DELETE ON ${schema}.${LEDGER} FROM %s', grantee); END LOOP;
END $$`);
}

function said(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
