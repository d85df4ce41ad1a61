import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { type Check, judged, type Problem } from '../check.ts';
import { configKeys, documentedKeys } from '../config-keys.ts';
import { foldersIn } from '../files.ts';

/** Keys that every service reads are documented once, here. */
const SHARED = 'libs/service';

export const envParity: Check = {
  name: 'env-parity',
  about: `each app's configuration keys stand in its README's table, .env.example or ${SHARED}/README.md, and those exist`,
  async run({ root }) {
    const apps = foldersIn(root, 'apps').filter((app) => existsSync(join(root, 'apps', app, 'src/config.ts')));
    const shared = documentedKeys(root, SHARED);
    const unread = new Set(shared);
    const problems: Problem[] = [];
    for (const app of apps.map((name) => `apps/${name}`)) {
      const read = await configKeys(join(root, app, 'src/config.ts'));
      problems.push(...problemsOf(app, read, documentedKeys(root, app), shared));
      if (typeof read !== 'string') for (const key of read) unread.delete(key);
    }
    return judged([...problems, ...[...unread].map((key) => unreadProblem(SHARED, key))], `${apps.length} apps`);
  },
};

function problemsOf(
  app: string,
  read: ReadonlySet<string> | string,
  documented: ReadonlySet<string>,
  shared: ReadonlySet<string>,
): Problem[] {
  const where = `${app}/src/config.ts`;
  if (typeof read === 'string') return [{ rule: 'config-loads', where, what: read }];
  if (read.size === 0) {
    const what = 'export the zod object that parses the environment, so that its keys can be seen';
    return [{ rule: 'config-schema', where, what }];
  }
  const missing = [...read].filter((key) => !documented.has(key) && !shared.has(key));
  const stale = [...documented].filter((key) => !read.has(key));
  return [
    ...missing.map((key) => ({ rule: 'key-documented', where, what: `${key} is in no README's table and no example` })),
    ...stale.map((key) => unreadProblem(app, key)),
  ];
}

function unreadProblem(where: string, key: string): Problem {
  return { rule: 'key-exists', where, what: `${key} is documented, but no config.ts reads it` };
}
