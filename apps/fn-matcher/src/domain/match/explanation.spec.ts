import { describe, expect, it } from '@jest/globals';
import { explanationOf } from './explanation.ts';
import { discover } from './assess.ts';
import type { MatchReason, SideName } from './match.ts';
import type { SeenMatch } from './seen-match.ts';

const side = {
  postId: 'p',
  authorId: null,
  orgId: null,
  intake: 'self',
  visibility: 'public',
  title: '',
  category: 'bags.backpack',
  reference: null,
  language: 'en',
  timeZone: 'UTC',
  publicPhotoKey: null,
} as const;
const BRAND = { signal: 'brand', level: 'same', words: 'the same brand', weight: 3.14 };
const place = (level: string, weight: number) => ({ signal: 'place', level, words: 'found there', weight });
const serial = (level: string, weight: number) => ({ signal: 'serial', level, words: 'serials', weight });

function explained(reasons: readonly MatchReason[], by: SideName, isVerified = false) {
  const weight = reasons.reduce((sum, reason) => sum + reason.weight, 0);
  const score = { probability: 0.9, tier: 'notify', modelVersion: 't', distanceMeters: 300 } as const;
  const pair = { id: 'm', lostPostId: 'l', foundPostId: 'f' };
  const { match } = discover(pair, { ...score, weight, reasons }, new Date(0));
  const shown = { isShown: true, post: side };
  const part = { side: by, isAuthor: true, isStaff: false, mayAct: true };
  const seen: SeenMatch = { match, parts: [part], isVerified, lost: shown, found: shown };
  const { signals, sum } = explanationOf(seen);
  return { signals, sum };
}

describe('an explanation', () => {
  it.each(['lost', 'found'] as const)('does not tell the %s side how near the true places are', (by) => {
    const near = explained([BRAND, place('spot-same', 2.9)], by);
    expect(explained([place('spot-far', -3.43), BRAND], by)).toEqual(near);
    expect(near.signals).toContainEqual({
      signal: 'place',
      level: 'near',
      evidence: 'about 300 m apart',
      weight: null,
    });
  });

  it('shows who tries serial numbers on a lost post nothing of which one is right', () => {
    const none = explained([BRAND], 'lost');
    for (const reason of [serial('same', 9), serial('near', 4), serial('different', -5)]) {
      expect(explained([reason, BRAND], 'lost')).toEqual(none);
    }
    expect(none.signals.at(-1)).toMatchObject({ signal: 'serial', level: null, weight: null });
  });

  it('tells of serial numbers whoever has the thing, and everybody once a claim was verified', () => {
    const reasons = [serial('same', 9.04), BRAND];
    for (const told of [explained(reasons, 'found'), explained(reasons, 'lost', true)]) {
      expect(told.signals).toMatchObject([{ signal: 'serial', level: 'same', weight: 9 }, { signal: 'brand' }]);
      expect(told.sum).toBe(12.1);
    }
  });
});
