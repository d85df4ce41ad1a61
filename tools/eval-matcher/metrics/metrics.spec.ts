import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { Scored } from '../data/candidate.ts';
import { seededRandom } from '../seeded-random.ts';
import { calibrationOf, expectedError } from './calibration.ts';
import { bestThreshold, decisionsAt } from './decisions.ts';
import { ranksOf, recallAt } from './ranks.ts';

const pair = (lostId: string, score: number, isTrue = false): Scored => ({ lostId, score, isTrue });
const someScored = fc.array(
  fc.record({
    lostId: fc.constantFrom('a', 'b', 'c', 'd'),
    score: fc.integer({ min: 0, max: 20 }).map((twentieths) => twentieths / 20),
    isTrue: fc.boolean(),
  }),
  { maxLength: 60 },
);

describe('ranks', () => {
  it('count what is better and what is level, of the same lost post only', () => {
    const scored = [pair('a', 0.9), pair('a', 0.8, true), pair('a', 0.8), pair('b', 0.99), pair('c', 0.2, true)];
    expect(Object.fromEntries(ranksOf(scored))).toEqual({ a: 3, c: 1 });
  });

  it('give recall over all lost posts that have a find, candidates or not', () => {
    const ranks = new Map([
      ['a', 3],
      ['c', 1],
    ]);
    expect([1, 3, 10].map((k) => recallAt(k, ['a', 'b', 'c', 'd'], ranks))).toEqual([0.25, 0.5, 0.5]);
  });

  it('never get worse for a longer list', () => {
    fc.assert(
      fc.property(someScored, (scored) => {
        const recalls = [1, 2, 5, 10].map((k) => recallAt(k, ['a', 'b', 'c', 'd'], ranksOf(scored)));
        expect(recalls).toEqual(recalls.toSorted((a, b) => a - b));
      }),
    );
  });
});

describe('decisions', () => {
  it('weigh what is said against what is true, lost by blocking or not', () => {
    const scored = [pair('a', 0.9, true), pair('a', 0.85), pair('b', 0.86, true), pair('c', 0.3, true)];
    const { precision, recall, f1, wrong } = decisionsAt(0.85, scored, 5);
    expect([precision, recall, wrong]).toEqual([2 / 3, 2 / 5, 1]);
    expect(f1).toBeCloseTo(0.5, 12);
  });

  it('choose the threshold with the best F1, never between equals', () => {
    const scored = [pair('a', 0.9, true), pair('b', 0.7, true), pair('b', 0.7), pair('c', 0.4), pair('d', 0.3)];
    expect(bestThreshold(scored, 2)).toBe(0.7);
    expect(bestThreshold([pair('a', 0.5)], 1)).toBe(Infinity);
  });

  it('find no better threshold by trying all', () => {
    fc.assert(
      fc.property(someScored, (scored) => {
        const pairs = Math.max(1, scored.filter(({ isTrue }) => isTrue).length);
        const f1At = (threshold: number) => decisionsAt(threshold, scored, pairs).f1;
        const best = f1At(bestThreshold(scored, pairs));
        for (const { score } of scored) expect(f1At(score)).toBeLessThanOrEqual(best + 1e-12);
      }),
    );
  });
});

describe('calibration', () => {
  it('is the mean distance of said and seen, bin by bin', () => {
    const scored = [pair('a', 0.2), pair('b', 0.4, true), pair('c', 0.7, true), pair('d', 0.9)];
    // (0.2 - 0 + 0.4 - 1) and (0.7 - 1 + 0.9 - 0): 0.4 and 0.6, over four.
    expect(expectedError(scored, 2)).toBeCloseTo(0.25, 12);
  });

  it('is small for a scorer that says what comes true, and large for one that boasts', () => {
    const random = seededRandom(5);
    const honest = Array.from({ length: 4_000 }, (_, at) => {
      const score = 0.05 + 0.9 * random();
      return pair(`l${at >> 1}`, score, random() < score);
    });
    const boasting = honest.map((one) => ({ ...one, score: Math.sqrt(one.score) }));
    const fair = calibrationOf(honest, seededRandom(1), 50);
    expect(fair.error).toBeLessThan(0.03);
    expect(fair.interval[0]).toBeLessThanOrEqual(fair.interval[1]);
    expect(calibrationOf(boasting, seededRandom(1), 50).error).toBeGreaterThan(0.1);
  });

  it('looks at the five likeliest of each lost post, and not at the hopeless', () => {
    const many = Array.from({ length: 9 }, (_, at) => pair('a', 0.1 + at / 100));
    expect(calibrationOf([...many, pair('b', 0.04)], seededRandom(1), 5).candidates).toBe(5);
  });

  it('is within 0 and 1', () => {
    fc.assert(
      fc.property(someScored, (scored) => {
        expect(expectedError(scored)).toBeGreaterThanOrEqual(0);
        expect(expectedError(scored)).toBeLessThanOrEqual(1);
      }),
    );
  });
});
