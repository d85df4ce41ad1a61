import { randomUUID } from 'node:crypto';
import { constants } from 'node:fs';
import { link, mkdir, open, readdir, rename, rm, stat } from 'node:fs/promises';
import type { FileHandle } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { missingObject, objectExists, storageDenied } from '../storage-errors.ts';
import { codeOf } from './local-errors.ts';
import { readObjectInfo, writeObject } from './object-file.ts';
import type { StoredInfo, WritableFile } from './object-file.ts';
import { ObjectPaths, syncFolder } from './object-paths.ts';

const DAY_MS = 24 * 60 * 60 * 1000;
const PLACING_ATTEMPTS = 8;

export type CreateFile = (path: string) => Promise<WritableFile & { close(): Promise<void> }>;

/** Objects as files: written apart, flushed, and put in place by one step of the file system. */
export class ObjectFiles {
  private constructor(
    readonly paths: ObjectPaths,
    private readonly incoming: string,
    private readonly createFile: CreateFile,
  ) {}

  static async open(root: string, createFile: CreateFile = (path) => open(path, 'wx', 0o600)): Promise<ObjectFiles> {
    const incoming = join(root, 'incoming');
    await mkdir(incoming, { recursive: true, mode: 0o700 });
    await removeAbandoned(incoming);
    return new ObjectFiles(await ObjectPaths.open(join(root, 'objects')), incoming, createFile);
  }

  async write(
    key: string,
    body: AsyncIterable<Uint8Array>,
    about: { contentType: string; now: Date; ifAbsent: boolean },
  ): Promise<StoredInfo> {
    const temporary = join(this.incoming, randomUUID());
    try {
      const file = await this.createFile(temporary);
      const info = await writeObject(file, body, about).catch(closing(file));
      await file.close();
      await this.#place(temporary, this.paths.pathOf(key), about.ifAbsent);
      return info;
    } finally {
      await rm(temporary, { force: true });
    }
  }

  /** The open file and what is known of it; whoever asks closes the file. */
  async read(key: string): Promise<{ file: FileHandle; info: StoredInfo } | undefined> {
    const path = this.paths.pathOf(key);
    try {
      await this.paths.assertInside(path);
      const file = await open(path, constants.O_RDONLY | (constants.O_NOFOLLOW ?? 0));
      return { file, info: await readObjectInfo(file).catch(closing(file)) };
    } catch (error) {
      if (codeOf(error) === 'ENOENT') return undefined;
      if (codeOf(error) === 'ELOOP') throw storageDenied(error, 'remove the link that was put into its folder');
      throw error;
    }
  }

  async remove(key: string): Promise<boolean> {
    const path = this.paths.pathOf(key);
    try {
      await this.paths.assertInside(path);
      await rm(path);
    } catch (error) {
      if (codeOf(error) === 'ENOENT') return false;
      throw error;
    }
    await this.paths.prune(path);
    return true;
  }

  async move(from: string, to: string, ifAbsent: boolean): Promise<void> {
    const source = this.paths.pathOf(from);
    await this.paths.assertInside(source);
    await this.#place(source, this.paths.pathOf(to), ifAbsent);
    await rm(source, { force: true });
    await this.paths.prune(source);
  }

  async #place(source: string, target: string, ifAbsent: boolean): Promise<void> {
    for (let attempt = 1; ; attempt += 1) {
      try {
        await this.paths.makeFolders(target);
        // link() refuses a name that is taken, rename() replaces what is there: each in one step.
        await (ifAbsent ? link(source, target) : rename(source, target));
        return await syncFolder(dirname(target));
      } catch (error) {
        if (codeOf(error) === 'EEXIST') throw objectExists();
        // A folder may have become empty and been removed between the two steps, by the deletion of its last object.
        if (codeOf(error) !== 'ENOENT' || attempt === PLACING_ATTEMPTS) throw error;
        if ((await stat(source).catch(() => undefined)) === undefined) throw missingObject();
      }
    }
  }
}

function closing(file: { close(): Promise<void> }): (error: unknown) => Promise<never> {
  return async (error) => {
    await file.close();
    throw error;
  };
}

/** What processes left that died while they wrote. */
async function removeAbandoned(incoming: string): Promise<void> {
  for (const name of await readdir(incoming)) {
    const path = join(incoming, name);
    const found = await stat(path).catch(() => undefined);
    if (found !== undefined && Date.now() - found.mtimeMs > DAY_MS) await rm(path, { force: true });
  }
}
