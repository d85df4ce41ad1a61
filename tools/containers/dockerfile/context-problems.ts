import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { Problem } from '../../verify/check.ts';
import { dockerignore } from '../dockerignore.ts';
import type { Dockerfile } from './parse-dockerfile.ts';

/** None of these may reach the engine, wherever in the checkout they lie. */
const KEPT_OUT = [
  '.git/config',
  'node_modules/pg/package.json',
  'apps/fn-posts/node_modules/pg/package.json',
  '.data/keys/master.key',
  'apps/stack/.data/keys/master.key',
  '.env',
  'apps/fn-posts/.env.local',
  'reports/ci/test.json',
  'libs/http/npm-debug.log',
  'apps/fn-posts/test/component/report-item.component.spec.ts',
];

/** What the file copies out of the checkout is there and let through; what nobody may see is not. */
export function contextProblems(root: string, { stages }: Dockerfile, ignoreFile: string): Problem[] {
  const ignored = dockerignore(ignoreFile);
  const copied = stages.flatMap(({ instructions }) =>
    instructions.filter(({ name, flags }) => name === 'COPY' && flags['from'] === undefined),
  );
  const sources = copied.flatMap(({ line, text }) =>
    text
      .split(/\s+/)
      .slice(0, -1)
      .map((path) => ({ where: `Dockerfile:${line}`, path })),
  );
  return [
    ...sources
      .filter(({ path }) => !existsSync(join(root, path)))
      .map(({ where, path }) => ({ rule: 'context', where, what: `${path} does not exist` })),
    ...sources
      .filter(({ path }) => ignored(path))
      .map(({ where, path }) => ({ rule: 'context', where, what: `.dockerignore keeps ${path} out` })),
    ...KEPT_OUT.filter((path) => !ignored(path)).map((path) => ({
      rule: 'context',
      where: '.dockerignore',
      what: `${path} would reach the engine`,
    })),
  ];
}
