import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Check } from '../verify/check.ts';
import { directives } from '../verify/checks/directives.ts';
import { environment as environmentCheck } from '../verify/checks/environment.ts';
import { names } from '../verify/checks/names.ts';
import { sizes } from '../verify/checks/sizes.ts';
import { suffixes } from '../verify/checks/suffixes.ts';
import { type Fixture, openFixture } from './fixture.ts';

describe('the rules about files', () => {
  let fixture: Fixture;
  beforeAll(() => {
    fixture = openFixture('files');
  });
  afterAll(() => fixture.remove());

  const placesOf = async (check: Check, rule: string): Promise<string[]> => {
    const { problems } = await check.run({ root: fixture.root, env: {} });
    return problems.filter((problem) => problem.rule === rule).map(({ where }) => where);
  };

  it('refuse a file over 250 lines, generated ones aside', async () => {
    expect(await placesOf(sizes, 'file-cap')).toEqual(['libs/paper/src/breaks-file-cap.ts']);
  });

  it('know a closed list of suffixes', async () => {
    expect(await placesOf(suffixes, 'known-suffix')).toEqual(['libs/paper/src/breaks-known-suffix.service.ts']);
  });

  it('want names in kebab-case', async () => {
    expect(await placesOf(suffixes, 'kebab-case')).toEqual(['libs/paper/src/breaksKebabCase.ts']);
  });

  it('keep specs that need something real in test/', async () => {
    const places = ['libs/paper/src/breaks-specs-with-io-in-test.int.spec.ts'];
    expect(await placesOf(suffixes, 'specs-with-io-in-test')).toEqual(places);
  });

  it('refuse common, shared and utils, as a lib, a folder or a file', async () => {
    expect(await placesOf(names, 'no-drawers')).toEqual([
      'libs/common/src/breaks-no-drawers.ts',
      'libs/paper/src/shared.ts',
      'libs/paper/src/utils/breaks-no-drawers.ts',
    ]);
  });

  it('refuse barrels in apps and allow the one index.ts of a lib', async () => {
    expect(await placesOf(names, 'no-barrels-in-apps')).toEqual([
      'apps/fn-pencils/src/breaks-no-barrels-in-apps.ts',
      'apps/fn-pencils/src/domain/index.ts',
    ]);
  });

  it('want a README of at most 60 lines per app', async () => {
    expect(await placesOf(names, 'readme')).toEqual(['apps/fn-erasers/README.md', 'apps/fn-rulers/README.md']);
  });

  it('see the environment read outside config.ts, however it is spelt', async () => {
    expect(await placesOf(environmentCheck, 'env-in-config-only')).toEqual([
      'apps/fn-pencils/src/also-breaks-env-in-config-only.ts',
      'apps/fn-pencils/src/breaks-env-in-config-only.ts',
    ]);
  });

  it('see comments that silence a rule or the compiler', async () => {
    expect(await placesOf(directives, 'no-silenced-rules')).toEqual([
      'apps/fn-pencils/src/breaks-no-silenced-rules.ts:1',
      'apps/fn-pencils/src/breaks-no-silenced-rules.ts:3',
    ]);
  });
});
