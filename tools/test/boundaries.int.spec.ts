import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { pathToFileURL } from 'node:url';
import { join } from 'node:path';
import type { CheckResult } from '../verify/check.ts';
import { boundaries } from '../verify/checks/boundaries.ts';
import { environment } from './config.ts';
import { type Fixture, installWorkspaces, openFixture, REPOSITORY } from './fixture.ts';

const file = pathToFileURL(join(REPOSITORY, '.dependency-cruiser.mjs')).href;
const configuration = (await import(file)) as { default: { forbidden: ReadonlyArray<{ name: string }> } };
const rules = configuration.default.forbidden.map(({ name }) => name);

describe('the boundary rules', () => {
  let fixture: Fixture;
  let result: CheckResult;

  beforeAll(async () => {
    fixture = openFixture('boundaries', ['.dependency-cruiser.mjs']);
    installWorkspaces(fixture);
    result = await boundaries.run({ root: fixture.root, env: environment });
  });

  afterAll(() => fixture.remove());

  it.each(rules)('%s bites on the file that breaks it, and on no other', (rule) => {
    const paths = result.problems.filter((problem) => problem.rule === rule).map(({ where }) => where);
    expect(paths.map((path) => path.slice(path.lastIndexOf('/') + 1))).toEqual([`breaks-${rule}.ts`]);
  });

  it('lets a service stand that keeps its layers, its spec and the composition that imports it', () => {
    const honest = result.problems.filter(({ where }) => !where.includes('/breaks-'));
    expect(honest).toEqual([]);
  });

  it('says what to do about each refusal', () => {
    expect(result.problems.filter(({ what }) => !/\. \S/.test(what))).toEqual([]);
  });

  it('refuses a file that the parser cannot read, instead of passing over it', async () => {
    const unparsed = openFixture('unparsed', ['.dependency-cruiser.mjs']);
    const { outcome, problems } = await boundaries.run({ root: unparsed.root, env: environment });
    unparsed.remove();
    expect([outcome, problems.map(({ where }) => where)]).toEqual(['failed', ['libs/paper/src/breaks-parsed.ts']]);
  });
});
