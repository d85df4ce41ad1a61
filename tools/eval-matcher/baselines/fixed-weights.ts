import type { Candidate } from '../data/candidate.ts';
import type { Post } from '../data/post.ts';
import type { Baseline } from './baseline.ts';
import { distanceMeters } from './distance.ts';
import { cosineAmong } from './tf-idf.ts';

const WEIGHTS = { place: 0.3, visual: 0.4, text: 0.2, time: 0.1 } as const;
const DAY = 86_400_000;

/** What many would write first: four similarities and weights out of the air. What is missing weighs nothing. */
export const fixedWeights: Baseline = {
  name: 'fixedWeights',
  async score(candidates) {
    const cosine = cosineAmong(new Set(candidates.flatMap(({ lost, found }) => [lost, found])));
    return candidates.map((candidate) => weighed(candidate, cosine));
  },
};

function weighed({ lost, found }: Candidate, cosine: (a: Post, b: Post) => number): number {
  const parts = {
    place: Math.exp(-distanceMeters(lost.location, found.location) / (500 + lost.radiusMeters + found.radiusMeters)),
    visual: looksAlike(lost, found),
    text: cosine(lost, found),
    time: Math.exp(-apart(lost, found) / (2 * DAY)),
  };
  const said = Object.entries(WEIGHTS).flatMap(([part, weight]) => {
    const value = parts[part as keyof typeof WEIGHTS];
    return value === null ? [] : [{ weight, value }];
  });
  const sum = said.reduce((total, { weight }) => total + weight, 0);
  return said.reduce((total, { weight, value }) => total + weight * value, 0) / sum;
}

/** Without the photos themselves: what was seen on them. */
function looksAlike({ analysis: a }: Post, { analysis: b }: Post): number | null {
  if (a == null || b == null) return null;
  const tags = overlap(
    a.tags.map(({ name, confidence }) => [name, confidence]),
    b.tags.map(({ name, confidence }) => [name, confidence]),
  );
  const colours = overlap(
    a.colors.map(({ name, share }) => [name, share]),
    b.colors.map(({ name, share }) => [name, share]),
  );
  return (tags + colours) / 2;
}

type Weighted = ReadonlyArray<readonly [string, number]>;

function overlap(a: Weighted, b: Weighted): number {
  const other = new Map(b);
  const product = a.reduce((sum, [name, weight]) => sum + weight * (other.get(name) ?? 0), 0);
  const length = Math.hypot(...a.map(([, weight]) => weight)) * Math.hypot(...b.map(([, weight]) => weight));
  return length === 0 ? 0 : product / length;
}

function apart(lost: Post, found: Post): number {
  return Math.max(0, lost.occurredFrom - found.occurredTo, found.occurredFrom - lost.occurredTo);
}
