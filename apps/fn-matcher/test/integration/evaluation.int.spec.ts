import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { testSchema, type TestSchema } from '@foundnow/postgres/testing';
import { openKnowledge } from '../../src/knowledge.module.ts';
import { fnMatcher } from '../../src/service.ts';
import { PairFile } from '../evaluation/pair-file.ts';
import { Pipeline } from '../evaluation/pipeline.ts';
import { itemOf } from '../training/read-posts.ts';

let schema: TestSchema;
let folder: string;
beforeEach(async () => {
  schema = await testSchema('matcher', fnMatcher.migrations);
  folder = mkdtempSync(join(tmpdir(), 'fn-pairs-'));
});
afterEach(async () => {
  rmSync(folder, { recursive: true });
  await schema.drop();
});

const post = (id: string, kind: 'lost' | 'found', more: object = {}) =>
  itemOf({
    id,
    kind,
    title: 'Black backpack',
    category: 'bags.backpack',
    attributes: { brand: 'Eastpak', color: ['black'] },
    location: { lat: 40.4066, lng: -3.6893 },
    radiusMeters: 200,
    occurredFrom: '2026-05-11T12:00:00Z',
    occurredTo: '2026-05-11T13:00:00Z',
    language: 'en',
    ...more,
  });

describe('a data set', () => {
  it('is scored by the names that it gives its posts: every candidate of every lost post, whatever it is worth', async () => {
    const knowledge = openKnowledge({
      MATCHER_MODEL: 'v1',
      MATCHER_NOTIFY_FROM: 0.85,
      MATCHER_SHOW_FROM: 0.7,
      MATCHER_REVIEW_FROM: 0,
      MATCHER_SIGNALS_OFF: [],
    });
    const analysis = { tags: [{ name: 'backpack', confidence: 0.9 }] };
    const posts = [
      post('lost one', 'lost', { analysis }),
      post('same', 'found', { analysis }),
      post('other', 'found', { title: 'Green suitcase', attributes: { brand: 'Delsey', color: ['green'] } }),
      post('far', 'found', { location: { lat: 48.1, lng: 11.5 } }),
    ];
    const file = join(folder, 'pairs.jsonl');
    const pairs = new PairFile(file);
    const ran = await new Pipeline(schema.database, knowledge, 100, () => undefined).run(posts, pairs);
    await pairs.close();
    const scored = readFileSync(file, 'utf8')
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line) as [string, string, number]);
    const of = (foundId: string) => scored.find(([lost, found]) => lost === 'lost one' && found === foundId)?.[2] ?? -1;
    expect(ran).toMatchObject({ posts: 4, candidates: 2, capped: 0, model: 'v1' });
    expect(scored.map(([, found]) => found).toSorted()).toEqual(['other', 'same']);
    expect(of('same')).toBeGreaterThan(of('other'));
  });
});
