import { readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { CATEGORIES } from '@foundnow/kernel';
import { LANGUAGES, type Post, type Truth } from '../post.ts';

const read = <Line>(name: string): Line[] =>
  readFileSync(new URL(name, import.meta.url), 'utf8')
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as Line);
const posts = read<Post>('posts.jsonl');
const truth = read<Truth>('truth.jsonl');
const byId = new Map(posts.map((post) => [post.id, post]));

describe('the core set', () => {
  it('pairs each post at most once, lost with found', () => {
    const ids = truth.flatMap(({ lostId, foundId }) => [lostId, foundId]);
    expect(truth.length).toBeGreaterThanOrEqual(150);
    expect(new Set(ids).size).toBe(ids.length);
    expect(truth.filter(({ lostId }) => byId.get(lostId)?.kind !== 'lost')).toEqual([]);
    expect(truth.filter(({ foundId }) => byId.get(foundId)?.kind !== 'found')).toEqual([]);
  });

  it('has a pair of every category, and pairs in every language and across languages', () => {
    const lost = truth.map(({ lostId }) => byId.get(lostId)!);
    expect([...new Set(lost.map(({ category }) => category))].toSorted()).toEqual(CATEGORIES.toSorted());
    expect([...new Set(lost.map(({ language }) => language))].toSorted()).toEqual(LANGUAGES.toSorted());
    const across = truth.filter(({ lostId, foundId }) => byId.get(lostId)!.language !== byId.get(foundId)!.language);
    expect(across.length).toBeGreaterThanOrEqual(40);
  });

  it('says of each post when and where it was, and what', () => {
    for (const post of posts) {
      expect(post.title.length).toBeGreaterThan(0);
      expect(post.occurredFrom <= post.occurredTo && post.occurredTo <= post.reportedAt).toBe(true);
      expect(post.radiusMeters).toBeGreaterThan(0);
      expect(CATEGORIES).toContain(post.category);
    }
  });
});
