import { randomBytes } from 'node:crypto';
import { chownSync, existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { diagnose, EmbeddedPostgresError, wrongVersion } from './embedded-postgres-error.ts';
import { writeInstance, writePrivate } from './instance-file.ts';
import type { Place, Progress } from './place.ts';
import { isAlive } from './running-server.ts';
import { runTool } from './run-tool.ts';

export const SUPERUSER = 'postgres';

/** Makes the data directory unless it is there. Answers whether it was made now. */
export async function ensureCluster(place: Place, throwaway: boolean, onProgress: Progress): Promise<boolean> {
  const { dataDir } = place;
  if (existsSync(join(dataDir, 'PG_VERSION'))) {
    const found = readFileSync(join(dataDir, 'PG_VERSION'), 'utf8').trim();
    if (found !== place.major) throw wrongVersion(dataDir, found, place.major);
    return false;
  }
  if (existsSync(dataDir) && readdirSync(dataDir).length > 0) throw notADatabase(dataDir);
  removeUnfinished(dataDir);
  onProgress('Making the database (once).');
  const fresh = `${dataDir}.init-${process.pid}`;
  try {
    await initialise(place, fresh, throwaway);
    renameSync(fresh, dataDir);
  } catch (error) {
    throw diagnose(String(error), dataDir, 0) ?? error;
  } finally {
    rmSync(fresh, { recursive: true, force: true });
  }
  return true;
}

/** Done aside and renamed at the end: an interrupted start leaves no half-made database behind. */
async function initialise({ bin, user }: Place, fresh: string, throwaway: boolean): Promise<void> {
  const password = randomBytes(24).toString('base64url');
  const passwordFile = `${fresh}.password`;
  mkdirSync(fresh, { mode: 0o700 });
  if (user !== undefined) chownSync(fresh, user.uid, user.gid);
  try {
    writePrivate(passwordFile, password, user);
    const { ok, said } = await runTool(join(bin, 'initdb'), initArguments(fresh, passwordFile, throwaway), user);
    if (!ok) throw new EmbeddedPostgresError('start-failed', `initdb failed: ${said.trim()}`, 'See its words above.');
  } finally {
    rmSync(passwordFile, { force: true });
  }
  writeInstance(fresh, { password }, user);
}

/** The built-in C.UTF-8 of PostgreSQL behaves the same on every system, whatever locales it has. */
function initArguments(dataDir: string, passwordFile: string, throwaway: boolean): string[] {
  return [
    `--pgdata=${dataDir}`,
    `--username=${SUPERUSER}`,
    `--pwfile=${passwordFile}`,
    '--auth=scram-sha-256',
    '--encoding=UTF8',
    '--locale=C',
    '--locale-provider=builtin',
    '--builtin-locale=C.UTF-8',
    '--no-instructions',
    ...(throwaway ? ['--no-sync'] : []),
  ];
}

function removeUnfinished(dataDir: string): void {
  const prefix = `${basename(dataDir)}.init-`;
  for (const name of readdirSync(dirname(dataDir))) {
    if (!name.startsWith(prefix)) continue;
    const pid = Number.parseInt(name.slice(prefix.length), 10);
    if (!isAlive(pid)) rmSync(join(dirname(dataDir), name), { recursive: true, force: true });
  }
}

function notADatabase(dataDir: string): EmbeddedPostgresError {
  return new EmbeddedPostgresError(
    'damaged',
    `${dataDir} is not empty, yet holds no database.`,
    'Move its contents away, or choose another data directory.',
  );
}
