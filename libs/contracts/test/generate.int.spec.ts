import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { checkContracts } from '../src/check/check-contracts.ts';
import { generate } from '../src/generate/generate.ts';

const ROOT = fileURLToPath(new URL('../../..', import.meta.url));
const SCHEMA = 'schemas/posts/post.expiring/v1.avsc';

describe('generate', () => {
  let root: string;
  const read = (path: string): string => readFileSync(join(root, path), 'utf8');

  beforeEach(() => {
    root = mkdtempSync(join(tmpdir(), 'contracts-'));
    cpSync(join(ROOT, 'schemas'), join(root, 'schemas'), { recursive: true });
  });
  afterEach(() => rmSync(root, { recursive: true }));

  it('has been run on this repository', () => {
    expect(generate(ROOT, { check: true })).toEqual([]);
  });

  it('writes what is missing, then nothing', () => {
    expect(generate(root, { check: false })).toContain('docs/events.md');
    expect(generate(root, { check: false })).toEqual([]);
    expect(read('docs/events.md')).toContain('## claim.verified');
  });

  it('says in which line a file went stale, and leaves it alone when it only checks', () => {
    generate(root, { check: false });
    const stale = read('docs/events.md').replace('# Events', '# Event');
    writeFileSync(join(root, 'docs/events.md'), stale);
    expect(generate(root, { check: true })).toEqual(['docs/events.md: differs from line 1 on']);
    expect(read('docs/events.md')).toBe(stale);
  });

  it('removes what nothing generates any more', () => {
    generate(root, { check: false });
    const old = 'libs/contracts/src/generated/old.ts';
    writeFileSync(join(root, old), '');
    expect(generate(root, { check: true })).toEqual([`${old}: nothing generates it`]);
    expect(generate(root, { check: false })).toEqual([`${old} (removed)`]);
    expect(generate(root, { check: true })).toEqual([]);
  });

  it('gives a second version the next id, and both versions read each other', () => {
    const schema = JSON.parse(read(SCHEMA)) as { fields: object[] };
    const fields = [...schema.fields, { name: 'kind2', type: 'string', default: 'x', doc: 'New.' }];
    writeFileSync(join(root, SCHEMA.replace('v1', 'v2')), JSON.stringify({ ...schema, fields }));
    generate(root, { check: false });
    expect(read('libs/contracts/src/generated/schemas.ts')).toMatch(/"id":37,"event":"post\.expiring".*"version":2/);
    const { problems } = checkContracts(root);
    expect(problems.map(({ check }) => check)).toEqual(['classification', 'examples']);
  });

  it.each([
    ['{', `schemas/${SCHEMA.slice(8)} is not JSON`],
    [
      '{"type":"record","name":"PostExpiring","namespace":"foundnow.posts","fields":[{"name":"a","type":["string","null"]}]}',
      'the only union is',
    ],
    [
      '{"type":"record","name":"PostExpiring","namespace":"foundnow.posts","fields":[{"name":"toString","type":"int"}]}',
      'taken by JavaScript',
    ],
  ])('names the file of a schema that it cannot work with', (text, reason) => {
    writeFileSync(join(root, SCHEMA), text);
    expect(() => generate(root, { check: true })).toThrow(SCHEMA);
    expect(() => generate(root, { check: true })).toThrow(reason);
  });
});
