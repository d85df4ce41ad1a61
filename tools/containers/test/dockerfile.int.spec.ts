import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from '@jest/globals';
import { parse } from 'yaml';
import { contextProblems } from '../dockerfile/context-problems.ts';
import { DOCKERFILE_RULES, dockerfileProblems } from '../dockerfile/dockerfile-rules.ts';
import { parseDockerfile } from '../dockerfile/parse-dockerfile.ts';

const root = fileURLToPath(new URL('../../..', import.meta.url));
const read = (file: string) => readFileSync(join(root, file), 'utf8');
const fixture = (file: string) => read(`tools/containers/fixtures/dockerfile/${file}`);

const fine = fixture('fine.Dockerfile');
const faults = parse(fixture('faults.yml')) as Record<string, [string, string][]>;

describe('the Dockerfile', () => {
  it('keeps every rule', () => {
    expect(dockerfileProblems(parseDockerfile(read('Dockerfile')))).toEqual([]);
  });

  it('gets what it copies, and .dockerignore keeps from it what no image may hold', () => {
    expect(contextProblems(root, parseDockerfile(read('Dockerfile')), read('.dockerignore'))).toEqual([]);
  });
});

describe('the rules for the Dockerfile', () => {
  it('have nothing against a file that keeps them', () => {
    expect(dockerfileProblems(parseDockerfile(fine))).toEqual([]);
  });

  it('have a fixture each', () => {
    expect(Object.keys(faults).toSorted()).toEqual(DOCKERFILE_RULES.map(({ name }) => name).toSorted());
  });

  const all = Object.entries(faults).flatMap(([rule, list]) =>
    list.map(([part, other]) => [rule, part, other] as const),
  );
  it.each(all)('%s bites when %j becomes %j', (rule, part, other) => {
    expect(fine).toContain(part);
    const problems = dockerfileProblems(parseDockerfile(fine.replace(part, other)));
    expect([...new Set(problems.map((problem) => problem.rule))]).toEqual([rule]);
  });

  it('see a file that is copied but missing or kept out, and one that is let through', () => {
    const file = parseDockerfile('FROM a\nCOPY .git no-such-folder ./\n');
    const said = contextProblems(root, file, '**\n!.git\n').map(({ what }) => what);
    expect(said).toEqual([
      'no-such-folder does not exist',
      '.dockerignore keeps no-such-folder out',
      '.git/config would reach the engine',
    ]);
  });
});
