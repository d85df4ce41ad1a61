import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { type Post, postLine } from '../data/post.ts';
import { isNotRun } from './baseline.ts';
import { fixedWeights } from './fixed-weights.ts';
import { Splink } from './splink/splink.ts';
import { recordsOf } from './splink/records.ts';
import { tfIdf } from './tf-idf.ts';

const post = (given: object): Post =>
  postLine.parse({
    id: 'a',
    kind: 'lost',
    title: 'Black backpack',
    category: 'bags.backpack',
    location: { lat: 40.4, lng: -3.7 },
    occurredFrom: '2026-05-01T10:00:00.000Z',
    occurredTo: '2026-05-01T11:00:00.000Z',
    ...given,
  });
const lost = post({ title: 'Black backpack, torn strap' });
const same = post({ id: 'b', kind: 'found', title: 'black Backpack with torn strap' });
const other = post({ id: 'c', kind: 'found', title: 'Umbrella', location: { lat: 40.5, lng: -3.7 } });
const candidates = [
  { lost, found: same, isTrue: true },
  { lost, found: other, isTrue: false },
];

describe.each([tfIdf, fixedWeights])('the baseline $name', (baseline) => {
  it('scores what is alike higher, from 0 to 1', async () => {
    const scores = await baseline.score(candidates);
    if (isNotRun(scores)) throw new Error(scores.notRun);
    expect(scores[0]).toBeGreaterThan(scores[1]!);
    expect(scores.every((score) => score >= 0 && score <= 1)).toBe(true);
  });
});

describe('Splink', () => {
  it('is said not to have run where there is no Python', async () => {
    const cache = mkdtempSync(join(tmpdir(), 'fn-no-python-'));
    const result = await new Splink(undefined, { python: join(cache, 'python3'), cache }).score(candidates);
    rmSync(cache, { recursive: true });
    expect(result).toEqual({ notRun: expect.stringContaining('Install Python') });
  });
});

describe('the records for Splink', () => {
  it('number the candidates, so that exactly these are compared', () => {
    const records = recordsOf(candidates);
    expect(records.lost).toMatchObject([{ id: 'a', pairs: [0, 1], family: 'bags' }]);
    expect(records.found).toMatchObject([
      { id: 'b', pairs: [0] },
      { id: 'c', pairs: [1] },
    ]);
  });
});
