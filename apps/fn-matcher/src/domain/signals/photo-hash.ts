import type { Compare } from './evidence.ts';

/** Of 256 bits. */
const MOST_BITS = 31;

/** One photo in both posts was taken over from one to the other. That other photos differ says nothing. */
export const photoHash: Compare = ({ photoHashes: ours }, { photoHashes: theirs }) =>
  ours.some((one) => theirs.some((other) => isSamePhoto(one, other)))
    ? { level: 'same', words: 'the very same photo' }
    : null;

function isSamePhoto(one: readonly number[], other: readonly number[]): boolean {
  let bits = 0;
  for (let at = 0; at < one.length; at += 1) {
    bits += ones((one[at] ?? 0) ^ (other[at] ?? 0));
    if (bits > MOST_BITS) return false;
  }
  return one.length > 0 && one.length === other.length;
}

function ones(word: number): number {
  const pairs = word - ((word >>> 1) & 0x55555555);
  const nibbles = (pairs & 0x33333333) + ((pairs >>> 2) & 0x33333333);
  return Math.imul((nibbles + (nibbles >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24;
}
