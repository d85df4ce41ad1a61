import { describe, expect, it } from '@jest/globals';
import { seededRandom } from './seeded-random.ts';

const take = (seed: number): number[] => Array.from({ length: 1000 }, seededRandom(seed));

describe('seeded random', () => {
  it('gives the same numbers for a seed and others for another', () => {
    expect(take(7)).toEqual(take(7));
    expect(take(7)).not.toEqual(take(8));
  });

  it('stays between 0 and 1 and reaches all parts of it', () => {
    const tenths = new Set(take(1).map((number) => Math.floor(number * 10)));
    expect([...tenths].toSorted((a, b) => a - b)).toEqual([0, 1, 2, 3, 4, 5, 6, 7, 8, 9]);
  });
});
