import { statfsSync } from 'node:fs';
import { setTimeout as delay } from 'node:timers/promises';
import { isDependencyFailure } from '../dependency-failure.ts';
import { withClient } from '../with-client.ts';
import { diagnose, diskFull, EmbeddedPostgresError, portTaken } from './embedded-postgres-error.ts';
import type { Progress } from './place.ts';
import type { ServerProcess } from './server-process.ts';

const QUIET_MS = 3_000;
const PATIENCE_MS = 10 * 60_000;

/** Asks until the server answers, and that it is ours; then says its version. */
export async function untilReady(
  server: ServerProcess,
  url: string,
  dataDir: string,
  port: number,
  onProgress: Progress,
): Promise<string> {
  const started = performance.now();
  let told = false;
  for (;;) {
    const answer = await ask(url);
    if (answer !== undefined) {
      if (answer.dataDir !== dataDir) throw portTaken(port);
      return answer.version;
    }
    const waited = performance.now() - started;
    if (server.hasExited) throw failure(server.log(), dataDir, port);
    if (waited > PATIENCE_MS) throw failure('it did not answer in ten minutes', dataDir, port);
    if (waited > QUIET_MS && !told && isRecovering(server.log())) {
      told = true;
      onProgress('The database is recovering from a crash; this takes longer than a usual start.');
    }
    await delay(10);
  }
}

/** Of its log: a machine that is merely slow has not crashed. */
export function isRecovering(log: string): boolean {
  return / LOG: {2}database system was (interrupted|not properly shut down)/.test(log);
}

interface Answer {
  readonly version: string;
  readonly dataDir: string;
}

async function ask(url: string): Promise<Answer | undefined> {
  try {
    return await withClient(url, async (client) => {
      const { rows } = await client.query<Answer>(
        `SELECT split_part(current_setting('server_version'), ' ', 1) AS version,
                current_setting('data_directory') AS "dataDir"`,
      );
      return rows[0];
    });
  } catch (error) {
    // A refused password comes from somebody else's server that took the port meanwhile.
    if ((error as { code?: string }).code === '28P01') return { version: '', dataDir: '' };
    if (isDependencyFailure(error)) return undefined;
    throw error;
  }
}

function failure(said: string, dataDir: string, port: number): EmbeddedPostgresError {
  // On a full disk the server cannot even write down why it stopped.
  const { bavail, bsize } = statfsSync(dataDir);
  if (bavail * bsize < 1_000_000) return diskFull(dataDir);
  return (
    diagnose(said, dataDir, port) ??
    new EmbeddedPostgresError(
      'start-failed',
      `PostgreSQL did not start: ${said.trim().split('\n').slice(-3).join(' ')}.`,
      `Its log is ${dataDir}/server.log.`,
    )
  );
}
