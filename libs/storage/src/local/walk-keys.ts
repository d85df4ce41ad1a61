import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { isObjectKey } from '../object-key.ts';
import { codeOf } from './local-errors.ts';
import { FOLDER_MARK } from './object-paths.ts';

interface Entry {
  readonly name: string;
  readonly isFolder: boolean;
}

/** Keys that begin with `prefix` and come after `after`, in order, opening no folder that can hold none of them. */
export async function* walkKeys(root: string, prefix: string, after: string): AsyncGenerator<string> {
  yield* walk(root, '', prefix, after);
}

async function* walk(dir: string, base: string, prefix: string, after: string): AsyncGenerator<string> {
  for (const { name, isFolder } of await entriesOf(dir)) {
    const key = base + name;
    if (isFolder) {
      const mayHold = key.startsWith(prefix) || prefix.startsWith(key);
      if (mayHold && (key > after || after.startsWith(key))) {
        yield* walk(join(dir, `${name.slice(0, -1)}${FOLDER_MARK}`), key, prefix, after);
      }
    } else if (key.startsWith(prefix) && key > after) {
      yield key;
    }
  }
}

/** Folders are named with their slash, which puts them where their keys belong among the others. */
async function entriesOf(dir: string): Promise<Entry[]> {
  const found = await readdir(dir, { withFileTypes: true }).catch((error: unknown) => {
    if (codeOf(error) === 'ENOENT') return [];
    throw error;
  });
  const entries: Entry[] = [];
  for (const entry of found) {
    const isFolder = entry.isDirectory() && entry.name.endsWith(FOLDER_MARK);
    if (isFolder) entries.push({ name: `${entry.name.slice(0, -FOLDER_MARK.length)}/`, isFolder });
    else if (entry.isFile() && isObjectKey(entry.name)) entries.push({ name: entry.name, isFolder });
  }
  return entries.sort((a, b) => (a.name < b.name ? -1 : 1));
}
