import { mkdtempSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { foldersIn, readDataSet } from './data-set.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'fn-data-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

const post = (id: string, kind: string, more: object = {}) => ({
  id,
  kind,
  title: 'Keys',
  category: 'keys.house',
  location: { lat: 40.4, lng: -3.7 },
  occurredFrom: '2026-05-01T10:00:00Z',
  occurredTo: '2026-05-01T12:00:00+02:00',
  ...more,
});
const write = (name: string, ...lines: readonly unknown[]) =>
  writeFileSync(
    join(folder, name),
    lines.map((line) => (typeof line === 'string' ? line : JSON.stringify(line))).join('\n'),
  );

describe('a folder of posts', () => {
  it('is read with what it tells, and with nothing where it tells nothing', async () => {
    write('posts.jsonl', post('l-1', 'lost'), '', post('f-1', 'found', { attributes: { brand: 'Abus', color: null } }));
    write('truth.jsonl', { lostId: 'l-1', foundId: 'f-1' });
    const { posts, truth } = await readDataSet(folder);
    expect(posts.get('f-1')).toMatchObject({ attributes: { brand: 'Abus', model: null, color: [] }, language: 'en' });
    expect(posts.get('l-1')?.occurredFrom).toBe(posts.get('l-1')?.occurredTo);
    expect([...(truth.get('l-1') ?? [])]).toEqual(['f-1']);
  });

  it('may leave out or set to null whatever nobody knows', async () => {
    const nothing = { title: null, category: null, attributes: null, radiusMeters: null, language: null, analysis: {} };
    write(
      'posts.jsonl',
      post('l-1', 'lost', { ...nothing, occurredFrom: '2026-05-01T10:00:00' }),
      post('f-1', 'found'),
    );
    write('truth.jsonl', { lostId: 'l-1', foundId: 'f-1' });
    const lost = (await readDataSet(folder)).posts.get('l-1');
    expect(lost).toMatchObject({ title: '', category: 'other.other', radiusMeters: 500, analysis: { tags: [] } });
    expect(lost?.occurredFrom).toBe(Date.parse('2026-05-01T10:00:00Z'));
  });

  it.each<[string, unknown, string]>([
    ['is no JSON', '{"id":', 'posts.jsonl:2: is no JSON'],
    ['has no place', { ...post('x', 'lost'), location: undefined }, 'posts.jsonl:2: location: '],
    ['has no kind that there is', post('x', 'stolen'), 'posts.jsonl:2: kind: '],
    ['tells no time', post('x', 'lost', { occurredTo: 'yesterday' }), 'posts.jsonl:2: occurredTo: '],
    ['is there twice', post('l-1', 'lost'), 'posts.jsonl: l-1 is there twice'],
    ['ends before it begins', post('x', 'lost', { occurredTo: '2026-04-01T00:00:00Z' }), 'x ends before it begins'],
  ])('is refused by its line where a post %s', async (_what, line, message) => {
    write('posts.jsonl', post('l-1', 'lost'), line);
    write('truth.jsonl', { lostId: 'l-1', foundId: 'f-1' });
    await expect(readDataSet(folder)).rejects.toThrow(message);
  });

  it('is refused where its truth is of posts that it does not have, or of the wrong kind', async () => {
    write('posts.jsonl', post('l-1', 'lost'), post('f-1', 'found'));
    write('truth.jsonl', { lostId: 'f-1', foundId: 'l-1' });
    await expect(readDataSet(folder)).rejects.toThrow('posts.jsonl has no lost post f-1');
    write('truth.jsonl');
    await expect(readDataSet(folder)).rejects.toThrow('has no pair');
  });

  it('may be a set with splits, of which the test is judged', () => {
    expect(() => foldersIn(folder)).toThrow('npm run data:matching');
    for (const split of ['test', 'validation']) {
      mkdirSync(join(folder, split));
      write(`${split}/posts.jsonl`, post('l-1', 'lost'));
    }
    expect(foldersIn(folder)).toEqual({ judged: join(folder, 'test'), validation: join(folder, 'validation') });
  });
});
