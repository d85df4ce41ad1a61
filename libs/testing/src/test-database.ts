import { randomBytes } from 'node:crypto';
import pg from 'pg';
import { testServerConfig } from './config.ts';

export interface TestDatabase {
  readonly name: string;
  /** Superuser address of this database. */
  readonly adminUrl: string;
  /** Roles belong to the whole server: begin their names with this, and parallel specs do not meet. */
  readonly rolePrefix: string;
  /** The password to give to roles made for this database. */
  readonly password: string;
  /** Address of this database for `<rolePrefix><role>`. */
  url(role: string): string;
  /** Removes the database and the roles that begin with its prefix. */
  drop(): Promise<void>;
}

/** A fresh, empty database on the server of this test run. */
export async function testDatabase(): Promise<TestDatabase> {
  const server = await serverUrl();
  const id = randomBytes(5).toString('hex');
  const name = `fn_test_${id}`;
  const rolePrefix = `t${id}_`;
  const password = randomBytes(12).toString('hex');
  await asAdmin(server, async (client) => {
    await client.query(`CREATE DATABASE ${name} TEMPLATE template0 ENCODING 'UTF8'`);
  });
  return {
    name,
    adminUrl: withDatabase(server, name),
    rolePrefix,
    password,
    url(role) {
      const url = new URL(withDatabase(server, name));
      url.username = `${rolePrefix}${role}`;
      url.password = password;
      return url.href;
    },
    drop: () => asAdmin(server, (client) => dropDatabase(client, name, rolePrefix)),
  };
}

async function dropDatabase(client: pg.Client, name: string, rolePrefix: string): Promise<void> {
  await client.query(`DROP DATABASE IF EXISTS ${name} WITH (FORCE)`);
  const roles = await client.query<{ rolname: string }>('SELECT rolname FROM pg_roles WHERE starts_with(rolname, $1)', [
    rolePrefix,
  ]);
  for (const { rolname } of roles.rows) await client.query(`DROP ROLE IF EXISTS ${pg.escapeIdentifier(rolname)}`);
}

async function serverUrl(): Promise<string> {
  const { server, broker } = testServerConfig();
  if (server !== undefined && server !== '') return server;
  if (broker === undefined) {
    throw new Error('No test server: run specs through Jest from the root, or set FN_TEST_DATABASE_URL.');
  }
  // A connection of its own: a kept one may be closed by the other side in the moment it is used again.
  const answer = await fetch(broker, { headers: { connection: 'close' } });
  const text = await answer.text();
  if (!answer.ok) throw new Error(`The test server did not start: ${text}`);
  return text;
}

async function asAdmin(server: string, work: (client: pg.Client) => Promise<void>): Promise<void> {
  const client = new pg.Client({ connectionString: server });
  await client.connect();
  try {
    await work(client);
  } finally {
    await client.end();
  }
}

function withDatabase(server: string, database: string): string {
  const url = new URL(server);
  url.pathname = `/${database}`;
  return url.href;
}
