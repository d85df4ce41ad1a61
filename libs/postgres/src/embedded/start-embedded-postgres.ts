import { rmSync, symlinkSync } from 'node:fs';
import { withClient } from '../with-client.ts';
import { choosePort } from './choose-port.ts';
import { diskFull, EmbeddedPostgresError, notPermitted } from './embedded-postgres-error.ts';
import { ensureCluster, SUPERUSER } from './init-cluster.ts';
import { readInstance, writeInstance, type Instance } from './instance-file.ts';
import { preparePlace, type Place, type PlaceOptions, type Progress } from './place.ts';
import { untilReady } from './readiness.ts';
import { settleEarlierServer } from './running-server.ts';
import { ServerProcess } from './server-process.ts';

/** `dataDir` is made on the first start; where the database's user could not enter it, it becomes a link. */
export interface EmbeddedPostgresOptions extends PlaceOptions {
  /** Default: the one it had before, else a free one. */
  readonly port?: number;
  readonly onProgress?: Progress;
  /** Server settings on top of ours (`max_connections`, `fsync` …). */
  readonly settings?: Readonly<Record<string, string>>;
  /** For tests: quick instead of safe, and gone when the process that started it is gone. */
  readonly throwaway?: boolean;
}

export interface EmbeddedPostgres {
  /** As superuser; the database `postgres` when none is named. */
  url(database?: string): string;
  readonly port: number;
  readonly pid: number;
  /** `18.4` */
  readonly version: string;
  readonly dataDir: string;
  /** Resolves when the server has ended, stopped or not. */
  readonly exited: Promise<void>;
  stop(): Promise<void>;
}

const THROWAWAY = {
  fsync: 'off',
  synchronous_commit: 'off',
  full_page_writes: 'off',
  max_connections: '300',
  shared_buffers: '64MB',
};

/** A real PostgreSQL out of node_modules, on the loopback address only. Starting it again finds all data. */
export async function startEmbeddedPostgres(options: EmbeddedPostgresOptions): Promise<EmbeddedPostgres> {
  const onProgress = options.onProgress ?? (() => {});
  try {
    const place = await preparePlace(options, onProgress);
    await ensureCluster(place, options.throwaway === true, onProgress);
    if (place.link !== undefined) symlinkSync(place.dataDir, place.link);
    await settleEarlierServer(place.dataDir, onProgress);
    return await serve(place, options, onProgress);
  } catch (error) {
    throw typed(error, options.dataDir);
  }
}

async function serve(place: Place, options: EmbeddedPostgresOptions, onProgress: Progress): Promise<EmbeddedPostgres> {
  const instance = readInstance(place.dataDir);
  if (instance === undefined) throw noPassword(place.dataDir);
  const port = await choosePort(options.port, instance.port, onProgress);
  const settings = { ...(options.throwaway === true ? THROWAWAY : {}), ...options.settings };
  const server = new ServerProcess(place, {
    port,
    settings,
    ...(options.throwaway === true ? { trash: place.dataDir } : {}),
  });
  const url = (database = 'postgres'): string =>
    `postgres://${SUPERUSER}:${instance.password}@127.0.0.1:${port}/${database}`;
  try {
    const version = await untilReady(server, url(), place.dataDir, port, onProgress);
    await remember(place, instance, port, url());
    return { url, port, version, pid: server.pid, dataDir: place.dataDir, exited: server.exited, stop: () => stop() };
  } catch (error) {
    await stop();
    throw error;
  }

  async function stop(): Promise<void> {
    await server.stop();
    if (options.throwaway !== true) return;
    for (const path of [place.dataDir, options.dataDir]) rmSync(path, { recursive: true, force: true });
  }
}

/** Kept for the next start; and on the first one, what PUBLIC may do by default in the maintenance databases ends. */
async function remember({ dataDir, user }: Place, instance: Instance, port: number, url: string): Promise<void> {
  if (instance.hardened === true && instance.port === port) return;
  await withClient(url, async (client) => {
    await client.query('REVOKE ALL ON DATABASE postgres FROM PUBLIC; REVOKE ALL ON DATABASE template1 FROM PUBLIC');
  });
  writeInstance(dataDir, { ...instance, port, hardened: true }, user);
}

function noPassword(dataDir: string): EmbeddedPostgresError {
  return new EmbeddedPostgresError(
    'damaged',
    `${dataDir} holds a database that this program did not make: its password file foundnow.json is missing.`,
    'Restore that file, or choose another data directory.',
  );
}

function typed(error: unknown, dataDir: string): unknown {
  if (error instanceof EmbeddedPostgresError) return error;
  const { code, path } = error as NodeJS.ErrnoException;
  if (code === 'ENOSPC' || code === 'EDQUOT') return diskFull(dataDir, error);
  if (code === 'EACCES' || code === 'EPERM' || code === 'EROFS') return notPermitted(path ?? dataDir, error);
  return error;
}
