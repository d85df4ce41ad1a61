import { randomBytes } from 'node:crypto';
import { link, mkdir, open, readdir, readFile, rename, rm, stat } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { DomainError } from '@foundnow/kernel';

const STALE_TEMPORARY_MS = 60 * 60 * 1000;
const TEMPORARY = '.writing-';

/** Creates `path` with all of `bytes` or not at all; false when another process was first. */
export async function createPrivateFile(path: string, bytes: Uint8Array): Promise<boolean> {
  const temporary = await writeTemporary(path, bytes, 0o600);
  try {
    // link() refuses an existing name, so of two processes that start at once exactly one wins with a whole file.
    await link(temporary, path);
    await syncDirectory(dirname(path));
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false;
    throw error;
  } finally {
    await rm(temporary, { force: true });
  }
}

/** Replaces `path` so that a reader sees the old content or the new, never a part. */
export async function replaceFile(path: string, bytes: Uint8Array, mode = 0o644): Promise<void> {
  const temporary = await writeTemporary(path, bytes, mode);
  try {
    await rename(temporary, path);
    await syncDirectory(dirname(path));
  } catch (error) {
    await rm(temporary, { force: true });
    throw error;
  }
}

/** Reads a secret, and refuses one that others on this machine can read. */
export async function readPrivateFile(path: string): Promise<Buffer> {
  const { mode } = await stat(path);
  if (process.platform !== 'win32' && (mode & 0o027) !== 0) {
    throw new DomainError(
      'key_file.exposed',
      'dependency',
      `The key file ${basename(path)} can be read or changed by other users: run chmod 600 on it, and consider the key known.`,
    );
  }
  return readFile(path);
}

/** The secret in `path`; made of `size` random bytes on the first run. Safe when processes start together. */
export async function loadOrCreateSecret(path: string, size = 32): Promise<Buffer> {
  await mkdir(dirname(path), { recursive: true, mode: 0o700 });
  const secret = await readPrivateFile(path).catch(ignoreMissing);
  if (secret === undefined) {
    await createPrivateFile(path, randomBytes(size));
    return loadOrCreateSecret(path, size);
  }
  if (secret.length !== size) {
    throw new DomainError(
      'key_file.damaged',
      'dependency',
      `The key file ${basename(path)} does not hold ${size} bytes: restore it from a backup.`,
    );
  }
  return secret;
}

/** Removes what a process left that died while it wrote. */
export async function removeStaleTemporaries(dir: string, now: number): Promise<void> {
  for (const name of await readdir(dir)) {
    if (!name.startsWith(TEMPORARY)) continue;
    const path = join(dir, name);
    const found = await stat(path).catch(ignoreMissing);
    if (found !== undefined && now - found.mtimeMs > STALE_TEMPORARY_MS) await rm(path, { force: true });
  }
}

export function ignoreMissing(error: NodeJS.ErrnoException): undefined {
  if (error.code !== 'ENOENT') throw error;
  return undefined;
}

async function writeTemporary(path: string, bytes: Uint8Array, mode: number): Promise<string> {
  const temporary = join(dirname(path), `${TEMPORARY}${randomBytes(8).toString('hex')}`);
  const file = await open(temporary, 'wx', mode);
  try {
    await file.writeFile(bytes);
    await file.sync();
  } finally {
    await file.close();
  }
  return temporary;
}

async function syncDirectory(dir: string): Promise<void> {
  if (process.platform === 'win32') return;
  const handle = await open(dir, 'r');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}
