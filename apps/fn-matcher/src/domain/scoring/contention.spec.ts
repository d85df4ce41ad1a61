import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { aFound, aLost } from '../../../test/builders/traits.builder.ts';
import { aScoring } from '../../../test/builders/scoring.builder.ts';
import { contended, contendersAmong, contentionBeside } from './contention.ts';
import { score } from './score.ts';

const CONTENTION = { ofLost: 1, ofFound: 1, slope: 1, shift: 2 };
const contenders = fc.uniqueArray(
  fc.record({ postId: fc.uuid(), weight: fc.double({ min: -12, max: 12, noNaN: true }) }),
  { maxLength: 30, selector: ({ postId }) => postId },
);

describe('contention', () => {
  it('is the same whatever the order in which the others came', () => {
    fc.assert(
      fc.property(contenders, (some) => {
        expect(contendersAmong(some.toReversed())).toEqual(contendersAmong(some));
      }),
    );
  });

  it('counts everybody but the pair itself, and nobody who has no chance', () => {
    const some = contendersAmong([
      { postId: 'a', weight: 0 },
      { postId: 'b', weight: 1 },
      { postId: 'c', weight: -30 },
    ]);
    expect(some.map(({ postId }) => postId)).toEqual(['b', 'a']);
    expect(contentionBeside('a', some)).toBeCloseTo(Math.log2(3), 9);
    expect(contentionBeside('b', some)).toBe(1);
    expect(contentionBeside('z', [])).toBe(0);
  });

  it('takes from a pair, as one more reason of the sum, and the more the stronger the others are', () => {
    const scored = score(aLost(), aFound(), aScoring());
    fc.assert(
      fc.property(
        fc.double({ min: 0, max: 12, noNaN: true }),
        fc.double({ min: 0, max: 12, noNaN: true }),
        (ofLost, ofFound) => {
          const { weight, probability, reasons } = contended(scored, { ofLost, ofFound }, CONTENTION);
          expect(reasons.reduce((sum, reason) => sum + reason.weight, 0)).toBeCloseTo(weight, 9);
          const alone = contended(scored, { ofLost: 0, ofFound }, CONTENTION);
          expect(probability).toBeLessThanOrEqual(alone.probability);
        },
      ),
    );
  });

  it('says of two that fit alike that neither is more likely than not', () => {
    const scored = { weight: 6, probability: 0, reasons: [] };
    const { probability } = contended(
      scored,
      { ofLost: contentionBeside('a', [{ postId: 'b', weight: 6 }]), ofFound: 0 },
      { ...CONTENTION, shift: 0 },
    );
    expect(probability).toBeCloseTo(0.5, 1);
  });
});
