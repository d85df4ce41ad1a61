import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { type AnsweredSoFar, LIMITS, shareFor } from './claim-limits.ts';

const NONE: AnsweredSoFar = {
  common: 0,
  own: 0,
  mine: 0,
  mineOfOwn: 0,
  deniedMine: 0,
  firstDenial: null,
  isOpen: false,
  firstOfOthers: null,
};
const at = (hour: number) => new Date(Date.UTC(2026, 2, 1, hour));
const EARLY = { tier: 'notify', foundAt: at(8), rank: 1 } as const;
const FLOOD: AnsweredSoFar = { ...NONE, common: 14, firstOfOthers: at(9) };

describe('what answers are judged by', () => {
  it.each([
    ['the first answer', NONE, EARLY, 'common'],
    ['a fifth of one person', { ...NONE, common: 4, mine: 4 }, EARLY, 'common'],
    ['a sixth of one person', { ...NONE, common: 5, mine: 5 }, EARLY, null],
    ['after a flood, of a match from before it', FLOOD, EARLY, 'own'],
    ['after a flood, of a match from during it', FLOOD, { ...EARLY, foundAt: at(10) }, null],
    ['after a flood, of a doubtful match', FLOOD, { ...EARLY, tier: 'show' }, null],
    ['after a flood, of the fourth match', FLOOD, { ...EARLY, rank: 4 }, null],
    ['a third of the own share', { ...FLOOD, mine: 2, mineOfOwn: 2 }, EARLY, null],
    ['when what is kept for early ones is used up', { ...FLOOD, own: 6 }, EARLY, null],
    ['one whom people denied', { ...NONE, deniedMine: 1 }, EARLY, null],
  ] as const)('%s', (_name, soFar, match, share) => {
    expect(shareFor(soFar, match)).toBe(share);
  });

  it('is bounded for the item, however many people guess on however many posts', () => {
    const guess = fc.record({ person: fc.integer({ min: 0, max: 19 }), rank: fc.integer({ min: 1, max: 50 }) });
    fc.assert(
      fc.property(fc.array(guess, { maxLength: 400 }), (guesses) => {
        const judged: { person: number; share: string }[] = [];
        const rankOf = new Map<number, number>();
        for (const { person, rank } of guesses) {
          // A match has one rank, and a rank one match.
          const taken = [...rankOf].find(([, held]) => held === rank)?.[0];
          const own = rankOf.get(person) ?? (taken === undefined ? rank : 50);
          rankOf.set(person, own);
          const count = (test: (one: { person: number; share: string }) => boolean) => judged.filter(test).length;
          const share = shareFor(
            {
              common: count((one) => one.share === 'common'),
              own: count((one) => one.share === 'own'),
              mine: count((one) => one.person === person),
              mineOfOwn: count((one) => one.person === person && one.share === 'own'),
              deniedMine: 0,
              firstDenial: null,
              isOpen: false,
              firstOfOthers: judged.some((one) => one.person !== person) ? at(9) : null,
            },
            { tier: 'notify', foundAt: at(8), rank: own },
          );
          if (share !== null) judged.push({ person, share });
        }
        expect(judged.length).toBeLessThanOrEqual(LIMITS.perItem);
        for (let person = 0; person < 20; person += 1) {
          expect(judged.filter((one) => one.person === person).length).toBeLessThanOrEqual(LIMITS.perPerson);
        }
      }),
      { numRuns: 50 },
    );
  });
});
