import { randomBytes } from 'node:crypto';
import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { provisionSchema, startEmbeddedPostgres, withClient, type ProvisionedSchema } from '@foundnow/postgres';
import { assertDurable } from './durability.ts';

/** What one run of one row works in: fresh, empty, gone afterwards. */
export interface BenchDatabase {
  /** As superuser. */
  readonly adminUrl: string;
  /** Makes a schema with its two roles, as a service has them. */
  provision(schema: string): Promise<ProvisionedSchema>;
  drop(): Promise<void>;
}

export interface BenchServer {
  /** `18.4 (embedded)` */
  readonly about: string;
  database(): Promise<BenchDatabase>;
  stop(): Promise<void>;
}

/** As a careful operator would set it up on a small machine; both sides of a row work on the same server. */
const SETTINGS = {
  fsync: 'on',
  synchronous_commit: 'on',
  full_page_writes: 'on',
  shared_buffers: '256MB',
  max_wal_size: '4GB',
  checkpoint_timeout: '15min',
};

export async function startBenchServer(
  external: string | undefined,
  progress: (text: string) => void,
): Promise<BenchServer> {
  const server = external === undefined ? await startOwn(progress) : brought(external);
  await assertDurable(server.url('postgres'));
  const version = await versionOf(server.url('postgres'));
  return {
    about: `${version} (${external === undefined ? 'embedded' : 'brought'})`,
    database: () => freshDatabase(server.url),
    stop: server.stop,
  };
}

interface Reachable {
  readonly url: (database: string) => string;
  readonly stop: () => Promise<void>;
}

/** "Throwaway" only in that it is removed with us: the settings put the durability back that it would give up. */
async function startOwn(onProgress: (text: string) => void): Promise<Reachable> {
  const folder = mkdtempSync(join(tmpdir(), 'fn-bench-'));
  // Where we are root, the server runs as somebody else, who must get in.
  chmodSync(folder, 0o755);
  const dataDir = join(folder, 'pg');
  const server = await startEmbeddedPostgres({ dataDir, throwaway: true, settings: SETTINGS, onProgress });
  return {
    url: (database) => server.url(database),
    async stop() {
      await server.stop();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

function brought(external: string): Reachable {
  const url = (database: string): string => {
    const address = new URL(external);
    address.pathname = `/${database}`;
    return address.href;
  };
  return { url, stop: () => Promise.resolve() };
}

async function versionOf(url: string): Promise<string> {
  return withClient(url, async (client) => {
    const { rows } = await client.query<{ server_version: string }>('SHOW server_version');
    return rows[0]?.server_version ?? 'unknown';
  });
}

async function freshDatabase(url: (database: string) => string): Promise<BenchDatabase> {
  const id = randomBytes(4).toString('hex');
  const name = `fn_bench_${id}`;
  const rolePrefix = `b${id}_`;
  await withClient(url('postgres'), async (client) => {
    await client.query(`CREATE DATABASE ${name} TEMPLATE template0 ENCODING 'UTF8'`);
  });
  const adminUrl = url(name);
  return {
    adminUrl,
    provision: (schema) => provisionSchema(adminUrl, { schema, rolePrefix, ownerPassword: id, appPassword: id }),
    drop: () =>
      withClient(url('postgres'), async (client) => {
        await client.query(`DROP DATABASE IF EXISTS ${name} WITH (FORCE)`);
        const { rows } = await client.query<{ rolname: string }>(
          'SELECT rolname FROM pg_roles WHERE starts_with(rolname, $1)',
          [rolePrefix],
        );
        for (const { rolname } of rows) await client.query(`DROP ROLE ${rolname}`);
      }),
  };
}
