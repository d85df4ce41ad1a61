import { describe, expect, it } from '@jest/globals';
import { discover } from '../match/assess.ts';
import { confirm, reject } from '../match/decide.ts';
import type { Match } from '../match/match.ts';
import type { ClaimChange } from './claim-events.ts';
import { denyClaim, noteDifference, verifyClaim } from './decide-claim.ts';
import { handOver, passClaim } from './end-claim.ts';
import { openClaim } from './open-claim.ts';

const NOW = new Date('2026-03-01T12:00:00Z');
const hours = (count: number) => new Date(NOW.getTime() + count * 3_600_000);
const CODE = { hash: 'hash', sealed: 'sealed' };
const STAFF = { personId: 'clerk', as: 'staff' } as const;

const assessment = { probability: 0.9, weight: 4, tier: 'notify', modelVersion: 't', distanceMeters: 100, reasons: [] };
const found = discover({ id: 'm', lostPostId: 'l', foundPostId: 'f' }, assessment as never, NOW).match;
const yes = (match: Match, side: 'lost' | 'found') =>
  confirm(match, { personId: side, side, isStaff: false }, NOW).match;
const mine = yes(found, 'lost');

const opened = (proof: 'proven' | 'not_proven' | 'under_review' = 'proven', match = mine) =>
  openClaim(match, { id: 'c', claimantId: 'owner', proof, share: 'common' }, NOW);
const verified = ({ claim, match }: ClaimChange = opened()) => verifyClaim(claim, match, STAFF, CODE, hours(1));
const wrong = ({ claim, match }: ClaimChange) => handOver(claim, match, false, 'clerk', hours(2));

describe('a claim', () => {
  it('is made on a match that its loser confirmed, and no other', () => {
    expect(() => opened('proven', found)).toThrow(expect.objectContaining({ code: 'claim.not_confirmed' }));
    const no = reject(mine, { personId: 'x', side: 'found', isStaff: false }, 'wrong_item', NOW).match;
    expect(() => opened('proven', no)).toThrow(expect.objectContaining({ code: 'match.not_open' }));
  });

  it('is told to the finder when its answers are right or were not judged, and to nobody when they are wrong', () => {
    expect(opened().claimEvents).toMatchObject([{ type: 'opened', claim: { status: 'opened' } }]);
    expect(opened('under_review').claimEvents).toHaveLength(1);
    const { claim, claimEvents, match } = opened('not_proven');
    expect([claim.status, claimEvents, match]).toEqual(['denied', [], mine]);
  });

  it('keeps its match from running out, and raises its version with each event', () => {
    const late = { ...mine, expiresAt: hours(2) };
    expect(opened('proven', late).match).toMatchObject({ version: late.version + 1, expiresAt: hours(24) });
    expect(verified().match.expiresAt.getTime()).toBeGreaterThan(hours(24 * 13).getTime());
  });

  it('is verified by the found side, which thereby confirms the match', () => {
    const { claim, match, matchEvents, claimEvents } = verified();
    expect([claim.status, match.status]).toEqual(['verified', 'confirmed']);
    expect(matchEvents.map(({ type }) => type)).toEqual(['confirmed']);
    expect(claimEvents).toMatchObject([{ type: 'verified', sealedCode: 'sealed' }]);
    const [before] = matchEvents;
    expect(claimEvents[0]?.match.version).toBe((before?.match.version ?? 0) + 1);
  });

  it('is not decided by who made it', () => {
    const own = { personId: 'owner', as: 'staff' } as const;
    const { claim, match } = opened();
    expect(() => verifyClaim(claim, match, own, CODE, NOW)).toThrow(expect.objectContaining({ code: 'claim.own' }));
    expect(() => denyClaim(claim, match, own, 'other', NOW)).toThrow(expect.objectContaining({ code: 'claim.own' }));
  });

  it('brings the item home with its code', () => {
    const { claim, match } = verified();
    const home = handOver(claim, match, true, 'clerk', hours(2));
    expect([home.claim.status, home.match.status]).toEqual(['returned', 'returned']);
    expect(home.claimEvents).toMatchObject([{ type: 'returned', method: 'handover_code' }]);
    expect(home.claim.handover).toBeNull();
  });

  it('takes five wrong codes, then none until it is verified again, three times at most', () => {
    let now = verified();
    for (let round = 0; round < 4; round += 1) {
      for (let tried = 0; tried < 5; tried += 1) now = wrong(now);
      const { claim, match } = now;
      expect(() => handOver(claim, match, true, 'clerk', hours(3))).toThrow(
        expect.objectContaining({ code: 'claim.code_used_up' }),
      );
      if (round < 3) now = verified(now);
    }
    expect(() => verified(now)).toThrow(expect.objectContaining({ code: 'claim.no_new_code' }));
  });

  it('sends no second code while the first one can be entered', () => {
    expect(() => verified(verified())).toThrow(expect.objectContaining({ code: 'claim.verified' }));
  });

  it('lets the desk compare the item with what its owner said five times', () => {
    let { claim } = opened();
    for (let tried = 0; tried < 5; tried += 1) claim = noteDifference(claim, mine).claim;
    expect(() => noteDifference(claim, mine)).toThrow(expect.objectContaining({ code: 'claim.no_checks_left' }));
  });

  it('runs out when nobody decides, when nobody comes, and with its match', () => {
    const one = opened();
    expect(passClaim(one.claim, one.match, null, hours(23)).claimEvents).toEqual([]);
    expect(passClaim(one.claim, one.match, null, hours(24))).toMatchObject({
      claim: { status: 'expired' },
      claimEvents: [{ type: 'expired', previousStatus: 'opened' }],
    });
    const two = verified();
    const gone = { ...two.match, status: 'expired' } as const;
    expect(passClaim(two.claim, gone, null, hours(2)).claimEvents).toMatchObject([{ previousStatus: 'verified' }]);
  });

  it('is denied when another one on the item was verified after it, and stays when that was before', () => {
    const { claim, match } = opened();
    const rival = (decidedAt: Date) => ({ decidedBy: 'staff', decidedAt }) as const;
    expect(passClaim(claim, match, rival(hours(1)), hours(2)).claim).toMatchObject({
      status: 'denied',
      denialReason: 'other_claim_verified',
    });
    expect(passClaim(claim, match, rival(hours(-1)), hours(2)).claim.status).toBe('opened');
  });
});
