import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { type Check, judged, type Problem } from '../check.ts';
import { foldersIn, readTextIfAny } from '../files.ts';

const KEY = /^[A-Z][A-Z0-9]*(?:_[A-Z0-9]+)*$/;
const TABLE_ROW = /^\|\s*`(?<key>[A-Z][A-Z0-9_]*)`/gm;
const EXAMPLE_LINE = /^#?\s*(?<key>[A-Z][A-Z0-9_]*)=/gm;

export const envParity: Check = {
  name: 'env-parity',
  about: "each app's configuration keys stand in its README's table or .env.example, and those keys exist",
  async run({ root }) {
    const apps = foldersIn(root, 'apps').filter((app) => existsSync(join(root, 'apps', app, 'src/config.ts')));
    const problems = (await Promise.all(apps.map((app) => parityProblems(root, `apps/${app}`)))).flat();
    return judged(problems, `${apps.length} apps`);
  },
};

async function parityProblems(root: string, app: string): Promise<Problem[]> {
  const where = `${app}/src/config.ts`;
  const read = await keysOrReason(join(root, where));
  if (typeof read === 'string') return [{ rule: 'config-loads', where, what: read }];
  if (read.size === 0) {
    return [
      {
        rule: 'config-schema',
        where,
        what: 'export the zod object that parses the environment, so that its keys can be seen',
      },
    ];
  }
  const documented = documentedKeys(root, app);
  return [
    ...[...read]
      .filter((key) => !documented.has(key))
      .map((key) => ({
        rule: 'key-documented',
        where,
        what: `${key} is in neither the README's table nor .env.example`,
      })),
    ...[...documented]
      .filter((key) => !read.has(key))
      .map((key) => ({
        rule: 'key-exists',
        where: app,
        what: `${key} is documented, but config.ts does not read it`,
      })),
  ];
}

async function keysOrReason(file: string): Promise<Set<string> | string> {
  try {
    return await configKeys(file);
  } catch (error) {
    return `cannot be loaded: ${String(error)}`;
  }
}

/** The keys of every zod object that a config file exports. */
export async function configKeys(file: string): Promise<Set<string>> {
  const exported: object = (await import(pathToFileURL(file).href)) as object;
  const keys = Object.values(exported).flatMap((value: unknown) => {
    if (typeof value !== 'object' || value === null || !('shape' in value)) return [];
    return typeof value.shape === 'object' && value.shape !== null ? Object.keys(value.shape) : [];
  });
  return new Set(keys.filter((key) => KEY.test(key)));
}

export function documentedKeys(root: string, app: string): Set<string> {
  const readme = readTextIfAny(root, `${app}/README.md`) ?? '';
  const example = readTextIfAny(root, `${app}/.env.example`) ?? '';
  const found = [...readme.matchAll(TABLE_ROW), ...example.matchAll(EXAMPLE_LINE)];
  return new Set(found.map(({ groups }) => groups?.['key'] ?? ''));
}
