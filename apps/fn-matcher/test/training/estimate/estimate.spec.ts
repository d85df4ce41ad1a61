import { describe, expect, it } from '@jest/globals';
import { calibrate, totalOf } from './calibrate.ts';
import { expectationMaximisation } from './em.ts';
import { levelChances } from './level-chances.ts';
import { logisticRegression } from './logistic.ts';
import { inOrder } from './monotone.ts';
import { plantedPairs } from './planted-pairs.ts';
import { solve } from './solve.ts';
import { learnTrust } from './trust.ts';

const PLANTED = {
  a: { m: 0.9, u: 0.1 },
  b: { m: 0.8, u: 0.05 },
  c: { m: 0.7, u: 0.2 },
  d: { m: 0.95, u: 0.3 },
  e: { m: 0.85, u: 0.02 },
};
const NAMES = Object.keys(PLANTED);
const isMatch = ({ isMatch: known }: { isMatch: boolean | null }) => (known === true ? 1 : 0);
const assumed = Object.fromEntries(
  NAMES.map((name) => [name, { same: { m: 0.6, u: 0.2 }, other: { m: 0.4, u: 0.8 } }]),
);

describe('what is learnt from pairs', () => {
  it('without labels finds the m and u that were planted, and how many pairs are one item', () => {
    const pairs = plantedPairs(PLANTED, 40_000, 0.03);
    const { signals, share } = expectationMaximisation(pairs, assumed);
    expect(share).toBeCloseTo(0.03, 2);
    for (const [name, { m, u }] of Object.entries(PLANTED)) {
      expect(Math.abs((signals[name]?.levels['same']?.m ?? 0) - m)).toBeLessThan(0.08);
      expect(Math.abs((signals[name]?.levels['same']?.u ?? 0) - u)).toBeLessThan(0.03);
    }
  });

  it('with labels counts them', () => {
    const pairs = plantedPairs(PLANTED, 20_000, 0.1);
    for (const [name, { m, u }] of Object.entries(PLANTED)) {
      const { same } = levelChances(pairs, name, isMatch);
      expect(Math.abs((same?.m ?? 0) - m) + Math.abs((same?.u ?? 0) - u)).toBeLessThan(0.03);
    }
  });

  it('never holds for impossible what it has not seen', () => {
    const { same, other } = levelChances(plantedPairs({ a: { m: 1, u: 0 } }, 5_000, 0.1), 'a', isMatch);
    const bits = [same, other].map((level) => Math.log2((level?.m ?? 0) / (level?.u ?? 1)));
    expect(Math.max(...bits.map(Math.abs))).toBeLessThanOrEqual(9.000001);
  });

  it('trusts a signal less that only repeats another', () => {
    const pairs = plantedPairs(PLANTED, 20_000, 0.1).map((pair) => ({
      ...pair,
      seen: new Map([...pair.seen, ['echo', pair.seen.get('a') ?? { level: 'other' }]] as const),
    }));
    const all = [...NAMES, 'echo'];
    const counted = Object.fromEntries(
      all.map((name) => [name, { trust: 1, levels: levelChances(pairs, name, isMatch) }]),
    );
    const { signals } = learnTrust(pairs, counted);
    expect(signals['a']?.trust).toBeCloseTo(0.5, 1);
    expect(signals['echo']?.trust).toBeCloseTo(0.5, 1);
    expect(signals['c']?.trust).toBeGreaterThan(0.85);
  });

  it('is calibrated: of the pairs at a probability that share is one item', () => {
    const pairs = plantedPairs(PLANTED, 40_000, 0.05);
    const counted = Object.fromEntries(
      NAMES.map((name) => [name, { trust: 1, levels: levelChances(pairs, name, isMatch) }]),
    );
    const learnt = learnTrust(pairs, counted);
    const { slope, shift } = calibrate(pairs, learnt);
    const chances = pairs.map((pair) => 1 / (1 + 2 ** -(slope * totalOf(pair, learnt) + shift)));
    const expected = chances.reduce((sum, chance) => sum + chance, 0);
    const actual = pairs.filter((pair) => pair.isMatch === true).length;
    expect(expected / actual).toBeCloseTo(1, 1);
  });
});

describe('levels that go from against to for', () => {
  it('are pooled where they weigh in the wrong order', () => {
    const levels = inOrder({ low: { m: 0.2, u: 0.5 }, middle: { m: 0.1, u: 0.4 }, high: { m: 0.7, u: 0.1 } }, [
      'low',
      'middle',
      'high',
    ]);
    const bits = ['low', 'middle', 'high'].map((name) => (levels[name]?.m ?? 0) / (levels[name]?.u ?? 1));
    expect(bits[0]).toBeCloseTo(bits[1] ?? 0, 9);
    expect(bits[2]).toBeGreaterThan(bits[1] ?? 99);
  });
});

describe('the arithmetic', () => {
  it('solves equations whatever their order', () => {
    const solved = solve(
      [
        [0, 2, 1],
        [1, 0, 0],
        [3, 1, 0],
      ],
      [7, 1, 5],
    );
    expect(solved.map((value) => Number(value.toFixed(9)))).toEqual([1, 2, 3]);
  });

  it('stays where it is pulled to when there are no examples', () => {
    expect(logisticRegression([], { towards: [0.7, -1], strength: [1, 1] })).toEqual([0.7, -1]);
  });
});
