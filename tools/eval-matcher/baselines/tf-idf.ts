import type { Post } from '../data/post.ts';
import type { Baseline } from './baseline.ts';
import { wordsOf } from './words.ts';

/** Words that both have, rare ones first: the cosine of their TF-IDF vectors. */
export const tfIdf: Baseline = {
  name: 'tfIdf',
  async score(candidates) {
    const cosine = cosineAmong(new Set(candidates.flatMap(({ lost, found }) => [lost, found])));
    return candidates.map(({ lost, found }) => cosine(lost, found));
  },
};

export function cosineAmong(posts: ReadonlySet<Post>): (a: Post, b: Post) => number {
  const counts = new Map([...posts].map((post) => [post, countsOf(wordsOf(post))]));
  const spread = new Map<string, number>();
  for (const words of counts.values()) for (const word of words.keys()) spread.set(word, (spread.get(word) ?? 0) + 1);
  const vectors = new Map([...counts].map(([post, words]) => [post, unit(words, spread, posts.size)]));
  return (a, b) => {
    const [one, other] = [vectors.get(a), vectors.get(b)];
    if (one === undefined || other === undefined) return 0;
    const [less, more] = one.size < other.size ? [one, other] : [other, one];
    return [...less].reduce((sum, [word, weight]) => sum + weight * (more.get(word) ?? 0), 0);
  };
}

function countsOf(words: readonly string[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const word of words) counts.set(word, (counts.get(word) ?? 0) + 1);
  return counts;
}

function unit(
  counts: ReadonlyMap<string, number>,
  spread: ReadonlyMap<string, number>,
  all: number,
): Map<string, number> {
  const weights = [...counts].map(
    ([word, count]) => [word, (1 + Math.log(count)) * Math.log((1 + all) / (1 + (spread.get(word) ?? 0)))] as const,
  );
  const length = Math.hypot(...weights.map(([, weight]) => weight));
  return new Map(weights.map(([word, weight]) => [word, length === 0 ? 0 : weight / length]));
}
