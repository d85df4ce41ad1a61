import { isOpen, type Match } from '../match/match.ts';
import { matchNotOpen } from '../match/match-errors.ts';
import type { Claim, ProofResult, Share } from './claim.ts';
import { confirmFirst } from './claim-errors.ts';
import type { ClaimChange } from './claim-events.ts';

const HOUR_MILLIS = 3_600_000;
const DECIDE_WITHIN_HOURS = 24;
const CHECKS = 5;

export interface NewClaim {
  readonly id: string;
  readonly claimantId: string;
  readonly proof: ProofResult;
  readonly share: Share | null;
}

export function assertClaimable(match: Match): void {
  if (!isOpen(match)) throw matchNotOpen(match.status);
  if (match.decisions.lost !== 'confirmed') throw confirmFirst();
}

/** Answers that prove nothing end it at once, and are told to nobody else: a flood of guesses troubles no finder. */
export function openClaim(match: Match, { id, claimantId, proof, share }: NewClaim, now: Date): ClaimChange {
  assertClaimable(match);
  const isProven = proof !== 'not_proven';
  const claim: Claim = {
    id,
    version: 1,
    matchId: match.id,
    lostPostId: match.lostPostId,
    foundPostId: match.foundPostId,
    claimantId,
    status: isProven ? 'opened' : 'denied',
    proof,
    share,
    decidedBy: null,
    denialReason: isProven ? null : 'proof_failed',
    checksLeft: CHECKS,
    handover: null,
    openedAt: now,
    decidedAt: null,
    endedAt: isProven ? null : now,
    expiresAt: new Date(now.getTime() + DECIDE_WITHIN_HOURS * HOUR_MILLIS),
  };
  if (!isProven) return { claim, match, matchEvents: [], claimEvents: [] };
  const claimed = keptUntil({ ...match, version: match.version + 1 }, claim.expiresAt);
  const event = { type: 'opened', claim, match: claimed, at: now, by: claimantId } as const;
  return { claim, match: claimed, matchEvents: [], claimEvents: [event] };
}

/** A match does not run out while somebody waits for an answer to her claim. */
export function keptUntil(match: Match, until: Date): Match {
  return match.expiresAt < until ? { ...match, expiresAt: until } : match;
}
