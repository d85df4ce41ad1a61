import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Check, CheckResult } from '../verify/check.ts';
import { format } from '../verify/checks/format.ts';
import { contracts, generated } from '../verify/checks/scripts.ts';
import { types } from '../verify/checks/types.ts';
import { environment } from './config.ts';
import { type Fixture, openFixture } from './fixture.ts';

describe('the checks that ask another program', () => {
  let fixture: Fixture;
  beforeAll(() => {
    fixture = openFixture('programs', ['.oxfmtrc.json']);
  });
  afterAll(() => fixture.remove());

  const run = (check: Check, root = fixture.root): Promise<CheckResult> => check.run({ root, env: environment });

  it('name a file that is not formatted', async () => {
    const { problems } = await run(format);
    expect(problems.map(({ where }) => where)).toContain('libs/paper/src/breaks-formatted.ts');
    expect(problems.map(({ where }) => where)).not.toContain('libs/paper/src/fine.ts');
  });

  it('name a type error with its file and line', async () => {
    const { problems } = await run(types);
    expect(problems.map(({ rule, where }) => `${rule} ${where}`)).toEqual(['TS2322 libs/paper/src/breaks-types.ts:1']);
  });

  it('pass on what the contract check says when it refuses', async () => {
    const { outcome, problems } = await run(contracts);
    expect([outcome, problems[0]?.what]).toEqual([
      'failed',
      'posts/post.created v2: field kind is gone; fn-matcher reads it',
    ]);
  });

  it('ask the generator only whether it would write', async () => {
    expect(await run(generated)).toMatchObject({ outcome: 'passed', summary: 'nothing to write' });
  });

  it('fail when the program they ask does not exist', async () => {
    expect(await run(generated, `${fixture.root}/libs`)).toMatchObject({ outcome: 'failed' });
  });
});
