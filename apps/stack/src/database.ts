import { join, resolve } from 'node:path';
import { startEmbeddedPostgres, withClient } from '@foundnow/postgres';
import type { StackConfig } from './config.ts';
import { examineDatabase } from './given-database.ts';

export interface StackDatabase {
  /** As a role that may create roles and schemas. */
  readonly adminUrl: string;
  /** For people. */
  readonly label: string;
  /** Resolves when a server of ours has ended; never for one that is not ours. */
  readonly gone: Promise<void>;
}

const DATABASE = 'foundnow';

/** The database given by the environment, or a PostgreSQL of the stack's own in its data folder. */
export async function openDatabase(
  config: StackConfig,
  progress: (text: string) => void,
  closing: AsyncDisposableStack,
): Promise<StackDatabase> {
  if (config.DATABASE_URL !== undefined) {
    await examineDatabase(config.DATABASE_URL);
    const { host } = new URL(config.DATABASE_URL);
    return { adminUrl: config.DATABASE_URL, label: `PostgreSQL at ${host}`, gone: new Promise(() => {}) };
  }
  const server = await startEmbeddedPostgres({
    dataDir: join(resolve(config.DATA_DIR), 'postgres'),
    onProgress: progress,
  });
  closing.defer(() => server.stop());
  await withClient(server.url(), async (client) => {
    const { rowCount } = await client.query('select 1 from pg_database where datname = $1', [DATABASE]);
    if (rowCount === 0) await client.query(`create database ${DATABASE}`);
  });
  return {
    adminUrl: server.url(DATABASE),
    label: `PostgreSQL ${server.version}, embedded, port ${server.port}`,
    gone: server.exited,
  };
}
