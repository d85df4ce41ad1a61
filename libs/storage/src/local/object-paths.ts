import { lstat, mkdir, open, realpath, rmdir } from 'node:fs/promises';
import { dirname, join, relative, sep } from 'node:path';
import { storageDenied } from '../storage-errors.ts';
import { codeOf } from './local-errors.ts';

/** Marks a folder, so that `a` and `a/b` can both be keys. No key holds this sign. */
export const FOLDER_MARK = '@';

/** Keys to files. Folders are checked one by one: a link that somebody put inside the store leads nowhere. */
export class ObjectPaths {
  private constructor(readonly root: string) {}

  static async open(root: string): Promise<ObjectPaths> {
    await mkdir(root, { recursive: true, mode: 0o700 });
    return new ObjectPaths(await realpath(root));
  }

  pathOf(key: string): string {
    const segments = key.split('/');
    const file = segments.pop() ?? '';
    return join(this.root, ...segments.map((segment) => segment + FOLDER_MARK), file);
  }

  /** Rejects unless the folder of `path` is where its name says. */
  async assertInside(path: string): Promise<void> {
    const dir = dirname(path);
    if ((await realpath(dir)) !== dir) throw outside();
  }

  async makeFolders(path: string): Promise<void> {
    let dir = this.root;
    for (const segment of relative(this.root, dirname(path)).split(sep).filter(Boolean)) {
      dir = join(dir, segment);
      if (await makeFolder(dir)) await syncFolder(dirname(dir));
    }
  }

  /** Removes folders that became empty. */
  async prune(path: string): Promise<void> {
    for (let dir = dirname(path); dir.length > this.root.length; dir = dirname(dir)) {
      const removed = await rmdir(dir).then(
        () => true,
        () => false,
      );
      if (!removed) return;
    }
  }
}

export async function syncFolder(dir: string): Promise<void> {
  if (process.platform === 'win32') return;
  const folder = await open(dir, 'r');
  try {
    await folder.sync();
  } finally {
    await folder.close();
  }
}

async function makeFolder(dir: string): Promise<boolean> {
  try {
    await mkdir(dir, { mode: 0o700 });
    return true;
  } catch (error) {
    if (codeOf(error) !== 'EEXIST') throw error;
    if (!(await lstat(dir)).isDirectory()) throw outside();
    return false;
  }
}

function outside(): Error {
  return storageDenied(undefined, 'remove the link that was put into the folder of the store');
}
