import { existsSync, statSync } from 'node:fs';
import { basename, join, posix } from 'node:path';
import { linkTree } from './link-tree.ts';

export interface Copying {
  /** The folder that stands for `/` of the source: the context or an earlier stage. */
  readonly from: string;
  readonly to: string;
  readonly workdir: string;
  /** Of the context: what `.dockerignore` lets through. */
  readonly wanted?: (path: string) => boolean;
}

/** COPY as the engine does it: of a folder its contents, into a folder when there are several or a `/` ends it. */
export function copyInstruction(text: string, { from, to, workdir, wanted }: Copying): void {
  const words = text.split(/\s+/);
  const target = words.at(-1) ?? '.';
  const sources = words.slice(0, -1);
  const destination = join(to, posix.resolve(workdir, target));
  const intoFolder = target.endsWith('/') || sources.length > 1;
  for (const source of sources) {
    const path = join(from, source);
    if (!existsSync(path)) throw new Error(`COPY ${text}: ${source} does not exist`);
    const folder = statSync(path).isDirectory();
    const below = source.replace(/^\.?\//, '');
    const keep = wanted && ((inner: string) => wanted(folder ? `${below}/${inner}` : below));
    linkTree(path, folder || !intoFolder ? destination : join(destination, basename(source)), keep);
  }
}
