import { readdirSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { CheckResult } from '../verify/check.ts';
import { lint } from '../verify/checks/lint.ts';
import { environment } from './config.ts';
import { type Fixture, openFixture, REPOSITORY } from './fixture.ts';

const FIXTURE = join(REPOSITORY, 'tools/verify/fixtures/lint');
const files = readdirSync(FIXTURE, { recursive: true, encoding: 'utf8' });
const rules = files.flatMap((file) => /breaks-(?<rule>[a-z-]+)(\.spec)?\.ts$/.exec(file)?.groups?.['rule'] ?? []);

describe('lint', () => {
  let fixture: Fixture;
  let result: CheckResult;

  beforeAll(async () => {
    fixture = openFixture('lint', ['.oxlintrc.json']);
    symlinkSync(join(REPOSITORY, 'tsconfig.json'), join(fixture.root, 'tsconfig.repository.json'));
    symlinkSync(join(REPOSITORY, 'node_modules'), join(fixture.root, 'node_modules'));
    result = await lint.run({ root: fixture.root, env: environment });
  });

  afterAll(() => fixture.remove());

  it.each(rules.toSorted())('%s bites on the file that breaks it', (rule) => {
    const found = result.problems.filter(({ where }) => where.includes(`/breaks-${rule}.`));
    expect(found.map((problem) => problem.rule)).toContain(rule);
  });

  it('lets config.ts and main.ts read the environment', () => {
    expect(result.problems.filter(({ where }) => /\/(config|main)\.ts/.test(where))).toEqual([]);
  });
});
