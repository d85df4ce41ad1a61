import type { Compare } from './evidence.ts';

/** Least cosine of each level, from alike to unlike. */
const LEVELS = [
  [0.95, 'alike', 'the photos look alike'],
  [0.88, 'very-like', 'the photos look much alike'],
  [0.78, 'like', 'the photos look rather alike'],
  [0.6, 'unlike', 'the photos look rather different'],
] as const;

export const vector: Compare = (lost, found) => {
  let best = -Infinity;
  for (const one of lost.vectors) {
    for (const other of found.vectors) {
      if (one.model === other.model) best = Math.max(best, cosine(one.values, other.values));
    }
  }
  if (best === -Infinity) return null;
  const [, level, words] = LEVELS.find(([least]) => best >= least) ?? [0, 'different', 'the photos look different'];
  return { level, words };
};

/** Of vectors of length one. */
function cosine(one: Float32Array, other: Float32Array): number {
  if (one.length !== other.length) return -1;
  let sum = 0;
  for (let at = 0; at < one.length; at += 1) sum += (one[at] ?? 0) * (other[at] ?? 0);
  return sum;
}
