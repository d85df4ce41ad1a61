import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { fairShare } from './fair-share.ts';

const members = fc.uniqueArray(fc.bigInt({ min: -(2n ** 63n), max: 2n ** 63n - 1n }), { minLength: 1, maxLength: 20 });

describe('fairShare', () => {
  it('gives away every partition once, and no member two more than another', () => {
    fc.assert(
      fc.property(members, fc.nat(60), fc.nat(100), (all, partitions, turn) => {
        const shares = all.map((me) => fairShare(partitions, all, me, turn));
        expect(shares.reduce((sum, share) => sum + share, 0)).toBe(partitions);
        expect(Math.max(...shares) - Math.min(...shares)).toBeLessThanOrEqual(1);
      }),
    );
  });
});
