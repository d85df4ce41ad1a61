import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { CheckResult, Repository } from '../verify/check.ts';
import { tags } from '../verify/checks/tags.ts';
import { runCommand } from '../verify/run-command.ts';
import { environment } from './config.ts';
import type { Fixture } from './fixture.ts';
import { openNxFixture } from './nx-fixture.ts';

describe('the Nx workspace', () => {
  let fixture: Fixture;
  let repository: Repository;
  let result: CheckResult;

  beforeAll(async () => {
    fixture = openNxFixture('tags');
    repository = { root: fixture.root, env: environment };
    result = await tags.run(repository);
  });
  afterAll(() => fixture.remove());

  it.each(['allowed-import', 'known-type', 'one-scope', 'one-type', 'type-fits-folder'])(
    '%s bites on the project that breaks it, and on no other',
    (rule) => {
      const places = result.problems.filter((problem) => problem.rule === rule).map(({ where }) => where);
      expect(places.map((place) => place.replace('/project.json', ''))).toEqual([`libs/breaks-${rule}`]);
    },
  );

  it('lets a composition import a service, a service a lib, and a lib the kernel', () => {
    expect(result.problems.filter(({ where }) => !where.startsWith('libs/breaks-'))).toEqual([]);
  });

  const affectedBy = async (file: string): Promise<string[]> => {
    const args = ['show', 'projects', '--affected', '--with-target', 'test', '--json', `--files=${file}`];
    const { stdout } = await runCommand(repository, 'nx', args);
    return (JSON.parse(stdout) as string[]).filter((name) => !name.startsWith('breaks-')).toSorted();
  };

  it.each([
    ['apps/fn-pencils/src/main.ts', ['fn-pencils', 'stack']],
    ['libs/paper/src/main.ts', ['fn-pencils', 'paper', 'stack']],
    ['libs/kernel/src/main.ts', ['fn-pencils', 'kernel', 'paper', 'stack']],
    ['package-lock.json', ['fn-pencils', 'kernel', 'paper', 'stack']],
    ['README.md', []],
  ])('a change of %s tests %j', async (file, projects) => {
    expect(await affectedBy(file)).toEqual(projects);
  });
});
