import { closeSync, constants, fchownSync, openSync, readFileSync, renameSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import type { ServerUser } from './server-user.ts';

/** What belongs to one data directory and moves with it. */
export interface Instance {
  readonly password: string;
  /** The port it last listened on, so that its address stays the same. */
  readonly port?: number;
  /** The first start after initdb has closed the maintenance databases to everybody but the superuser. */
  readonly hardened?: boolean;
}

const FILE = 'foundnow.json';

export function readInstance(dataDir: string): Instance | undefined {
  try {
    return JSON.parse(readFileSync(join(dataDir, FILE), 'utf8')) as Instance;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw error;
  }
}

export function writeInstance(dataDir: string, instance: Instance, user: ServerUser): void {
  const path = join(dataDir, FILE);
  writePrivate(`${path}.new`, JSON.stringify(instance), user);
  renameSync(`${path}.new`, path);
}

/** Only its owner reads it; never written through a link that somebody else left there. */
export function writePrivate(path: string, text: string, user: ServerUser): void {
  const { O_WRONLY, O_CREAT, O_TRUNC, O_NOFOLLOW } = constants;
  const file = openSync(path, O_WRONLY | O_CREAT | O_TRUNC | (O_NOFOLLOW ?? 0), 0o600);
  try {
    writeSync(file, text);
    if (user !== undefined) fchownSync(file, user.uid, user.gid);
  } finally {
    closeSync(file);
  }
}
