import { spellingDistance } from './spelling-distance.ts';

/** Known words by how they begin, so that a misspelled one meets few of them. */
export interface SpellingIndex {
  /** The one known word nearest to this one; null when none is near, or two as near mean different things. */
  nearest(word: string): { readonly word: string; readonly distance: number } | null;
}

interface Known {
  readonly word: string;
  readonly letters: number;
}

/** Letters that people take for one another at the start of a word. */
const BEGINNINGS: Readonly<Record<string, string>> = { v: 'b', w: 'b', k: 'c', q: 'c', s: 'c', z: 'c', j: 'g', y: 'i' };
const SHORTEST = 5;
const LONGEST = 24;

/** From that length on a word may be two letters off. */
const TWO_OFF = 8;

export function spellingIndex(
  words: Iterable<string>,
  meaning: (word: string) => string,
  twoOff: number = TWO_OFF,
): SpellingIndex {
  const buckets = new Map<string, Known[]>();
  for (const word of words) {
    if (word.length < SHORTEST || word.length > LONGEST || !/^[a-z]+$/.test(word)) continue;
    const bucket = bucketOf(word, word.length);
    const known = buckets.get(bucket) ?? [];
    known.push({ word, letters: lettersOf(word) });
    buckets.set(bucket, known);
  }
  return { nearest: (word) => nearestIn({ buckets, meaning, twoOff }, word) };
}

interface Index {
  readonly buckets: ReadonlyMap<string, Known[]>;
  readonly meaning: (word: string) => string;
  readonly twoOff: number;
}

function nearestIn({ buckets, meaning, twoOff }: Index, word: string) {
  if (word.length < SHORTEST || word.length > LONGEST || !/^[a-z]+$/.test(word)) return null;
  const most = word.length < twoOff ? 1 : 2;
  const letters = lettersOf(word);
  let best: { word: string; distance: number } | null = null;
  let clash = false;
  for (let length = word.length - most; length <= word.length + most; length += 1) {
    for (const known of buckets.get(bucketOf(word, length)) ?? []) {
      if (bits(known.letters ^ letters) > 2 * most) continue;
      const limit = Math.min(best?.distance ?? most, Math.min(known.word.length, word.length) < twoOff ? 1 : 2);
      const distance = spellingDistance(word, known.word, limit);
      if (distance > limit) continue;
      clash = best !== null && distance === best.distance && (clash || meaning(best.word) !== meaning(known.word));
      if (best === null || distance < best.distance) best = { word: known.word, distance };
    }
  }
  return clash ? null : best;
}

function bucketOf(word: string, length: number): string {
  const first = word.charAt(0);
  return `${BEGINNINGS[first] ?? first}${length}`;
}

function lettersOf(word: string): number {
  let letters = 0;
  for (let at = 0; at < word.length; at += 1) letters |= 1 << (word.charCodeAt(at) - 97);
  return letters;
}

function bits(value: number): number {
  let count = 0;
  for (let rest = value; rest !== 0; rest &= rest - 1) count += 1;
  return count;
}
