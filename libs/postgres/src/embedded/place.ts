import { createHash } from 'node:crypto';
import {
  chmodSync,
  existsSync,
  lstatSync,
  mkdirSync,
  readlinkSync,
  realpathSync,
  statSync,
  symlinkSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, dirname, join, resolve } from 'node:path';
import { copyReadable } from './copy-readable.ts';
import { notPermitted } from './embedded-postgres-error.ts';
import { ensureLibraryLinks } from './library-links.ts';
import { platformPackage, type PlatformPackage } from './platform-package.ts';
import { canEnter, canRead, serverUser, type ServerUser } from './server-user.ts';

/** Where everything really is, once the server's user can get at it. */
export interface Place {
  readonly bin: string;
  readonly dataDir: string;
  readonly user: ServerUser;
  readonly major: string;
}

export type Progress = (message: string) => void;

/** Finds or makes a place for binaries and data that the server's user can reach. */
export async function preparePlace(wanted: string, onProgress: Progress): Promise<Place> {
  const asked = resolve(wanted);
  const pkg = platformPackage();
  mkdirSync(dirname(asked), { recursive: true });
  const user = serverUser(asked);
  const dataDir = reachableDataDir(asked, user, onProgress);
  const root = await reachableBinaries(pkg, dataDir, user, onProgress);
  return { bin: join(root, 'native/bin'), dataDir, user, major: pkg.major };
}

function reachableDataDir(asked: string, user: ServerUser, onProgress: Progress): string {
  if (existsSync(asked)) {
    const real = realpathSync(asked);
    if (!canEnter(dirname(real), user)) throw notPermitted(real);
    return real;
  }
  if (lstatSync(asked, { throwIfNoEntry: false })?.isSymbolicLink()) {
    return resolve(dirname(asked), readlinkSync(asked));
  }
  const parent = realpathSync(dirname(asked));
  if (canEnter(parent, user)) return join(parent, basename(asked));
  const target = join(openBase(user), `data-${createHash('sha256').update(asked).digest('hex').slice(0, 16)}`);
  onProgress(`Other users cannot enter ${parent}, and PostgreSQL does not run as root: its data goes to ${target}.`);
  symlinkSync(target, asked);
  return target;
}

async function reachableBinaries(
  pkg: PlatformPackage,
  dataDir: string,
  user: ServerUser,
  onProgress: Progress,
): Promise<string> {
  const inPlace = ['native/bin/postgres', 'native/lib', 'native/share/postgresql/postgres.bki'].every((path) =>
    process.platform === 'win32' ? true : canRead(join(pkg.root, path), user),
  );
  if (inPlace && ensureLibraryLinks(pkg.root)) return pkg.root;
  const base = user === undefined ? dirname(dataDir) : openBase(user);
  const copy = join(base, `postgres-${pkg.version}-${process.platform}-${process.arch}`);
  if (!existsSync(join(copy, 'native'))) {
    onProgress(`Copying PostgreSQL to ${copy}, where its user can read it (60 MB, once).`);
    openFolder(copy);
    await copyReadable(join(pkg.root, 'native'), join(copy, 'native'));
  }
  ensureLibraryLinks(copy);
  return copy;
}

/** A folder that everybody may enter and nobody but us may write to: binaries that root starts are kept here. */
function openBase(user: ServerUser): string {
  const candidates = ['/var/lib/foundnow', join(tmpdir(), 'foundnow')];
  for (const base of candidates) {
    try {
      openFolder(base);
    } catch {
      continue;
    }
    const stats = statSync(base);
    if (stats.uid === process.getuid?.() && (stats.mode & 0o022) === 0 && canEnter(base, user)) return base;
  }
  throw notPermitted(candidates.join(' or '));
}

function openFolder(path: string): void {
  if (existsSync(path)) return;
  mkdirSync(path, { recursive: true });
  chmodSync(path, 0o755);
}
