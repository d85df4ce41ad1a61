import { copyFileSync, linkSync, lstatSync, mkdirSync, readdirSync, readlinkSync, rmSync, symlinkSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** The same tree a second time: files as hard links where the disk can, since nothing changes them in place. */
export function linkTree(from: string, to: string, wanted: (path: string) => boolean = () => true, path = ''): void {
  const entry = lstatSync(from);
  if (!entry.isDirectory()) {
    if (path === '' || wanted(path)) linkFile(from, to, entry.isSymbolicLink());
    return;
  }
  if (path === '' || wanted(path)) mkdirSync(to, { recursive: true });
  for (const name of readdirSync(from)) {
    linkTree(join(from, name), join(to, name), wanted, path === '' ? name : `${path}/${name}`);
  }
}

function linkFile(from: string, to: string, symbolic: boolean): void {
  mkdirSync(dirname(to), { recursive: true });
  rmSync(to, { force: true });
  if (symbolic) return symlinkSync(readlinkSync(from), to);
  try {
    linkSync(from, to);
  } catch {
    copyFileSync(from, to);
  }
}
