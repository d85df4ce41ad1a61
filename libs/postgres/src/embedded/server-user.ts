import { readFileSync, statSync, type Stats } from 'node:fs';
import { dirname } from 'node:path';
import { EmbeddedPostgresError } from './embedded-postgres-error.ts';

/** Whom the server runs as; `undefined` means: as whoever runs us. */
export type ServerUser = { readonly uid: number; readonly gid: number } | undefined;

/** PostgreSQL refuses to run as root, so root hands it to the owner of the data, else to `postgres` or `nobody`. */
export function serverUser(dataDir: string): ServerUser {
  if (process.getuid?.() !== 0) return undefined;
  const owned = statSync(dataDir, { throwIfNoEntry: false });
  if (owned !== undefined && owned.uid !== 0) return { uid: owned.uid, gid: owned.gid };
  const found = accounts().get('postgres') ?? accounts().get('nobody');
  if (found !== undefined) return found;
  throw new EmbeddedPostgresError(
    'not-permitted',
    'PostgreSQL does not run as root, and this system has neither a user "postgres" nor "nobody".',
    'Start as a normal user, or add a user "postgres".',
  );
}

function accounts(): Map<string, { uid: number; gid: number }> {
  const entries = readFileSync('/etc/passwd', 'utf8')
    .split('\n')
    .map((line) => line.split(':'))
    .filter((fields) => fields.length > 4);
  return new Map(
    entries.map(([name, , uid, gid]) => [String(name), { uid: Number(uid) >>> 0, gid: Number(gid) >>> 0 }]),
  );
}

const READ = 4;
const ENTER = 1;

/** May this user open the file or folder, and enter every folder on the way? */
export function canRead(path: string, user: ServerUser): boolean {
  if (user === undefined) return true;
  const stats = statSync(path, { throwIfNoEntry: false });
  if (stats === undefined) return false;
  const needed = stats.isDirectory() ? READ | ENTER : READ;
  return permits(stats, user, needed) && canEnter(dirname(path), user);
}

export function canEnter(folder: string, user: ServerUser): boolean {
  if (user === undefined) return true;
  const stats = statSync(folder, { throwIfNoEntry: false });
  if (stats === undefined || !permits(stats, user, ENTER)) return false;
  const parent = dirname(folder);
  return parent === folder || canEnter(parent, user);
}

function permits(stats: Stats, user: { uid: number; gid: number }, needed: number): boolean {
  const shift = stats.uid === user.uid ? 6 : stats.gid === user.gid ? 3 : 0;
  return ((stats.mode >> shift) & needed) === needed;
}
