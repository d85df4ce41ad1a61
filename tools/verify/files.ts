import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const SKIPPED = new Set([
  'node_modules',
  '.git',
  '.nx',
  '.data',
  '.cache',
  'dist',
  'coverage',
  'reports',
  'tmp',
  'fixtures',
]);

/** Repository paths (always with `/`) below the given folders. A folder that does not exist has no files. */
export function filesBelow(root: string, folders: readonly string[], endings: readonly string[]): string[] {
  const files: string[] = [];
  const visit = (folder: string): void => {
    for (const entry of entriesOf(join(root, folder))) {
      const path = folder === '' ? entry.name : `${folder}/${entry.name}`;
      if (entry.isDirectory()) {
        if (!SKIPPED.has(entry.name)) visit(path);
      } else if (endings.some((ending) => entry.name.endsWith(ending))) {
        files.push(path);
      }
    }
  };
  for (const folder of folders) visit(folder);
  return files.toSorted();
}

/** Every TypeScript file that a person wrote. */
export function sourceFiles(root: string): string[] {
  return filesBelow(root, ['apps', 'libs', 'tools', 'bench'], ['.ts']).filter((path) => !path.includes('/generated/'));
}

export function foldersIn(root: string, folder: string): string[] {
  return entriesOf(join(root, folder))
    .filter((entry) => entry.isDirectory() && !SKIPPED.has(entry.name))
    .map((entry) => entry.name)
    .toSorted();
}

export function readText(root: string, path: string): string {
  return readFileSync(join(root, path), 'utf8');
}

export function readTextIfAny(root: string, path: string): string | undefined {
  return existsSync(join(root, path)) ? readText(root, path) : undefined;
}

function entriesOf(folder: string) {
  return existsSync(folder) ? readdirSync(folder, { withFileTypes: true }) : [];
}
