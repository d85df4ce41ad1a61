import { isOpen, type Match } from '../match/match.ts';
import { matchNotOpen } from '../match/match-errors.ts';
import { type Claim, type Decider, isOpenClaim } from './claim.ts';
import { claimState, codeUsedUp } from './claim-errors.ts';
import { type ClaimChange, unchanged } from './claim-events.ts';
import { denied } from './decide-claim.ts';

export function assertHandover(claim: Claim, match: Match): void {
  if (claim.status !== 'verified' || claim.handover === null) throw claimState(claim.status);
  if (!isOpen(match)) throw matchNotOpen(match.status);
  if (claim.handover.triesLeft === 0) throw codeUsedUp();
}

/** The code was entered where the item lies. */
export function handOver(claim: Claim, match: Match, isRight: boolean, by: string, now: Date): ClaimChange {
  assertHandover(claim, match);
  if (!isRight) return unchanged(withOneTryLess(claim), match);
  const over = { status: 'returned', handover: null, endedAt: now } as const;
  const returned: Claim = { ...claim, ...over, version: claim.version + 1 };
  const home: Match = { ...match, version: match.version + 1, status: 'returned', endReason: 'returned', endedAt: now };
  const event = { type: 'returned', method: 'handover_code', claim: returned, match: home, at: now, by } as const;
  return { claim: returned, match: home, matchEvents: [], claimEvents: [event] };
}

function withOneTryLess(claim: Claim): Claim {
  const { handover } = claim;
  if (handover === null) return claim;
  return { ...claim, version: claim.version + 1, handover: { ...handover, triesLeft: handover.triesLeft - 1 } };
}

/** Another claim on the same item, which was verified. */
export interface RivalClaim {
  readonly decidedBy: Decider;
  readonly decidedAt: Date;
}

/**
 * What time brings, the end of the match, and the yes to somebody else. Whoever claims only afterwards stays: perhaps
 * the yes was wrong.
 */
export function passClaim(claim: Claim, match: Match, rival: RivalClaim | null, now: Date): ClaimChange {
  if (!isOpenClaim(claim.status)) return unchanged(claim, match);
  if (claim.expiresAt <= now || !isOpen(match) || claim.claimantId === null) return expired(claim, match, now);
  if (rival !== null && claim.status === 'opened' && claim.openedAt < rival.decidedAt) {
    return denied(claim, match, { decidedBy: rival.decidedBy, denialReason: 'other_claim_verified' }, null, now);
  }
  return unchanged(claim, match);
}

function expired(claim: Claim, match: Match, now: Date): ClaimChange {
  const { status: previousStatus } = claim;
  if (!isOpenClaim(previousStatus)) return unchanged(claim, match);
  const over: Claim = { ...claim, version: claim.version + 1, status: 'expired', handover: null, endedAt: now };
  const told = { ...match, version: match.version + 1 };
  const event = { type: 'expired', previousStatus, claim: over, match: told, at: now, by: null } as const;
  return { claim: over, match: told, matchEvents: [], claimEvents: [event] };
}
