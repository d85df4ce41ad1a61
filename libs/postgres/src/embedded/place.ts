import { randomBytes } from 'node:crypto';
import { chmodSync, existsSync, lstatSync, mkdirSync, readlinkSync, realpathSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, dirname, join, resolve } from 'node:path';
import { copyReadable } from './copy-readable.ts';
import { lostData, notPermitted } from './embedded-postgres-error.ts';
import { ensureLibraryLinks } from './library-links.ts';
import { platformPackage, type PlatformPackage } from './platform-package.ts';
import { canEnter, canRead, serverUser, type ServerUser } from './server-user.ts';

/** Where everything really is, once the server's user can get at it. */
export interface Place {
  readonly bin: string;
  readonly dataDir: string;
  /** Where the link to the data goes, once there are any. */
  readonly link?: string;
  readonly user: ServerUser;
  readonly major: string;
}

export type Progress = (message: string) => void;

export interface PlaceOptions {
  readonly dataDir: string;
  /** Another PostgreSQL than the one that npm installed here: a folder built like its package. */
  readonly packageRoot?: string;
  /** Where root puts what its database user could not reach otherwise; the first that works is taken. */
  readonly openFolders?: readonly string[];
}

const OPEN_FOLDERS = ['/var/lib/foundnow', join(tmpdir(), 'foundnow')];

/** Finds or makes a place for binaries and data that the server's user can reach. */
export async function preparePlace(options: PlaceOptions, onProgress: Progress): Promise<Place> {
  const asked = resolve(options.dataDir);
  const pkg = platformPackage(options.packageRoot);
  const openFolder = (): string => anOpenFolder(options.openFolders ?? OPEN_FOLDERS, user);
  mkdirSync(dirname(asked), { recursive: true });
  const user = serverUser(asked);
  const { dataDir, ...link } = reachableDataDir(asked, user, openFolder, onProgress);
  const root = await reachableBinaries(pkg, user, user === undefined ? () => dirname(dataDir) : openFolder, onProgress);
  return { bin: join(root, 'native/bin'), dataDir, ...link, user, major: pkg.major };
}

function reachableDataDir(
  asked: string,
  user: ServerUser,
  openFolder: () => string,
  onProgress: Progress,
): Pick<Place, 'dataDir' | 'link'> {
  if (existsSync(asked)) {
    const real = realpathSync(asked);
    if (!canEnter(dirname(real), user)) throw notPermitted(real);
    return { dataDir: real };
  }
  if (lstatSync(asked, { throwIfNoEntry: false })?.isSymbolicLink()) {
    throw lostData(asked, readlinkSync(asked));
  }
  const parent = realpathSync(dirname(asked));
  if (canEnter(parent, user)) return { dataDir: join(parent, basename(asked)) };
  const target = join(openFolder(), `data-${randomBytes(8).toString('hex')}`);
  onProgress(`Other users cannot enter ${parent}, and PostgreSQL does not run as root: its data goes to ${target}.`);
  return { dataDir: target, link: asked };
}

async function reachableBinaries(
  pkg: PlatformPackage,
  user: ServerUser,
  folder: () => string,
  onProgress: Progress,
): Promise<string> {
  const inPlace = ['native/bin/postgres', 'native/lib', 'native/share/postgresql/postgres.bki'].every((path) =>
    canRead(join(pkg.root, path), user),
  );
  if (inPlace && ensureLibraryLinks(pkg.root)) return pkg.root;
  const copy = join(folder(), `postgres-${pkg.version}-${process.platform}-${process.arch}`);
  if (!existsSync(join(copy, 'native'))) {
    onProgress(`Copying PostgreSQL to ${copy}, where its user can read it (60 MB, once).`);
    makeOpen(copy);
    await copyReadable(join(pkg.root, 'native'), join(copy, 'native'));
  }
  ensureLibraryLinks(copy);
  return copy;
}

/** A folder that everybody may enter and nobody but us may write to: binaries that root starts are kept here. */
function anOpenFolder(candidates: readonly string[], user: ServerUser): string {
  for (const base of candidates) {
    try {
      makeOpen(base);
    } catch {
      continue;
    }
    const stats = statSync(base);
    if (stats.uid === process.getuid?.() && (stats.mode & 0o022) === 0 && canEnter(base, user)) return base;
  }
  throw notPermitted(candidates.join(' or '));
}

function makeOpen(path: string): void {
  if (existsSync(path)) return;
  mkdirSync(path, { recursive: true });
  chmodSync(path, 0o755);
}
