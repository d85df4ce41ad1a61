import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from '@jest/globals';
import { parse, stringify } from 'yaml';
import type { Problem } from '../../verify/check.ts';
import { readCompose } from '../compose/compose-file.ts';
import { COMPOSE_RULES } from '../compose/compose-rules.ts';
import { mergePatch } from './merge-patch.ts';

const root = fileURLToPath(new URL('../../..', import.meta.url));
/** A repository with one service. */
const paper = fileURLToPath(new URL('../fixtures/root', import.meta.url));
const fixtures = fileURLToPath(new URL('../fixtures/compose', import.meta.url));

async function problemsOf(text: string, repository = paper): Promise<Problem[]> {
  const compose = readCompose(text);
  return (await Promise.all(COMPOSE_RULES.map(async (rule) => rule.problems(compose, repository)))).flat();
}

const fine = readFileSync(join(fixtures, 'fine.yml'), 'utf8');
const faults = readdirSync(fixtures).filter((file) => file !== 'fine.yml');

describe('docker-compose.yml', () => {
  it('keeps every rule', async () => {
    expect(await problemsOf(readFileSync(join(root, 'docker-compose.yml'), 'utf8'), root)).toEqual([]);
  });

  it('runs every app that is a service, and the servers that they need', () => {
    const { services } = readCompose(readFileSync(join(root, 'docker-compose.yml'), 'utf8'));
    const apps = readdirSync(join(root, 'apps')).filter((app) => app.startsWith('fn-') && app !== 'fn-cli');
    expect(Object.keys(services)).toEqual(
      expect.arrayContaining([...apps, 'postgres', 'kafka', 'schema-registry', 'gcs', 'mailpit']),
    );
  });
});

describe('the rules for docker-compose.yml', () => {
  it('have nothing against a file that keeps them', async () => {
    expect(await problemsOf(fine)).toEqual([]);
  });

  it('have a fixture each', () => {
    const broken = new Set(faults.map((file) => file.split('.')[0]));
    expect(COMPOSE_RULES.map(({ name }) => name).filter((name) => !broken.has(name))).toEqual([]);
  });

  it.each(faults)('bite on %s and nowhere else', async (file) => {
    const fault: unknown = parse(readFileSync(join(fixtures, file), 'utf8'));
    const problems = await problemsOf(stringify(mergePatch(parse(fine, { merge: true }), fault)));
    expect([...new Set(problems.map(({ rule }) => rule))]).toEqual([file.split('.')[0]]);
  });
});
