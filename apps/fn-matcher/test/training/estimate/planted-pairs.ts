import type { ComparedPair } from '../compared-pair.ts';

export interface Planted {
  readonly m: number;
  readonly u: number;
}

/** A small generator of even numbers in [0, 1) that always gives the same ones (mulberry32). */
export function randomFrom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** Pairs of which a share is one item, and whose signals agree by chances that are known. */
export function plantedPairs(
  signals: Readonly<Record<string, Planted>>,
  count: number,
  share: number,
  seed = 1,
): ComparedPair[] {
  const random = randomFrom(seed);
  return Array.from({ length: count }, (_, at) => {
    const isMatch = random() < share;
    const seen = Object.entries(signals).map(([name, { m, u }]) => {
      const agrees = random() < (isMatch ? m : u);
      return [name, { level: agrees ? 'same' : 'other' }] as const;
    });
    return { lostId: `lost-${at % 997}`, foundId: `found-${at}`, isMatch, crowd: 0, seen: new Map(seen) };
  });
}
