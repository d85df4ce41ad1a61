import { pathToFileURL } from 'node:url';
import { readTextIfAny } from './files.ts';

const KEY = /^[A-Z][A-Z0-9]*(?:_[A-Z0-9]+)*$/;
const TABLE_ROW = /^\|\s*`(?<key>[A-Z][A-Z0-9_]*)`/gm;
const EXAMPLE_LINE = /^#?\s*(?<key>[A-Z][A-Z0-9_]*)=/gm;

/** The keys of every zod object that a config file exports, or why it cannot be loaded. */
export async function configKeys(file: string): Promise<Set<string> | string> {
  try {
    return keysIn((await import(pathToFileURL(file).href)) as object);
  } catch (error) {
    return `cannot be loaded: ${String(error)}`;
  }
}

function keysIn(exported: object): Set<string> {
  const keys = Object.values(exported).flatMap((value: unknown) => {
    if (typeof value !== 'object' || value === null || !('shape' in value)) return [];
    return typeof value.shape === 'object' && value.shape !== null ? Object.keys(value.shape) : [];
  });
  return new Set(keys.filter((key) => KEY.test(key)));
}

/** The keys in the tables of a project's README and in its .env.example. */
export function documentedKeys(root: string, project: string): Set<string> {
  const readme = readTextIfAny(root, `${project}/README.md`) ?? '';
  const example = readTextIfAny(root, `${project}/.env.example`) ?? '';
  const found = [...readme.matchAll(TABLE_ROW), ...example.matchAll(EXAMPLE_LINE)];
  return new Set(found.map(({ groups }) => groups?.['key'] ?? ''));
}
