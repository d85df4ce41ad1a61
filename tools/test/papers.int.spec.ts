import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Check, Problem } from '../verify/check.ts';
import { envParity } from '../verify/checks/env-parity.ts';
import { judgeFreshness } from '../verify/checks/freshness.ts';
import { licences } from '../verify/checks/licences.ts';
import { links } from '../verify/checks/links.ts';
import { lockfile } from '../verify/checks/lockfile.ts';
import { type Fixture, openFixture } from './fixture.ts';

describe('the papers of the repository', () => {
  let fixture: Fixture;
  beforeAll(() => {
    fixture = openFixture('papers');
  });
  afterAll(() => fixture.remove());

  const problemsOf = async (check: Check): Promise<readonly Problem[]> =>
    (await check.run({ root: fixture.root, env: {} })).problems;

  it('link only to what exists, and name scripts that exist', async () => {
    const found = await problemsOf(links);
    expect(found.map(({ rule, where }) => `${rule} ${where}`)).toEqual([
      'link-target README.md:5',
      'link-anchor README.md:6',
      'link-inside README.md:7',
      'npm-script README.md',
    ]);
  });

  it.each(['exact-version', 'lockfile-agrees', 'integrity', 'no-registry-address', 'lockfile-complete'])(
    '%s bites on the lockfile',
    async (rule) => {
      const found = (await problemsOf(lockfile)).filter((problem) => problem.rule === rule);
      expect(found.map(({ what }) => what.includes(`breaks-${rule}`))).toEqual([true]);
    },
  );

  it('allow no licence that is not on the list', async () => {
    expect((await problemsOf(licences)).map(({ where }) => where)).toEqual(['breaks-allowed-licence']);
  });

  it('name each dependency behind its latest major unless a record holds it back', () => {
    const outdated = { exact: { latest: '1.9.0' }, behind: { latest: '2.0.0' }, held: { latest: '4.0.0' } };
    const { outcome, problems } = judgeFreshness(fixture.root, JSON.stringify(outdated), '');
    expect([outcome, problems.map(({ where }) => where)]).toEqual(['failed', ['behind']]);
  });

  it.each(['{"error":{"code":"ENOTFOUND"}}', 'not json'])('say not run when the registry answers %j', (answer) => {
    expect(judgeFreshness(fixture.root, answer, 'npm error network').outcome).toBe('not run');
  });

  it('list each configuration key, and no key that is not read', async () => {
    const found = await problemsOf(envParity);
    expect(found.map(({ rule, where }) => `${rule} ${where}`)).toEqual([
      'key-documented apps/fn-bad/src/config.ts',
      'key-exists apps/fn-bad',
      'config-loads apps/fn-broken/src/config.ts',
      'config-schema apps/fn-none/src/config.ts',
      'key-exists libs/service',
    ]);
  });
});
