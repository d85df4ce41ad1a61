import { confirm } from '../match/decide.ts';
import { isOpen, type Match } from '../match/match.ts';
import { matchNotOpen } from '../match/match-errors.ts';
import { type Claim, type Decider, type DenialReason, isOpenClaim } from './claim.ts';
import { claimState, codeStillWorks, noChecksLeft, noNewCode, ownClaim } from './claim-errors.ts';
import { type ClaimChange, unchanged } from './claim-events.ts';
import { MOST_NEW_CODES, TRIES } from './handover.ts';
import { keptUntil } from './open-claim.ts';

const DAY_MILLIS = 86_400_000;
const FETCH_WITHIN_DAYS = 14;

export interface Verifier {
  readonly personId: string;
  readonly as: Decider;
}

export interface FreshCode {
  readonly hash: string;
  readonly sealed: string;
}

/** Whether it may be verified now, or verified again for a new code: before anything is sealed for it. */
export function assertVerifiable(claim: Claim, match: Match, by: Verifier): void {
  if (!isOpen(match)) throw matchNotOpen(match.status);
  if (!isOpenClaim(claim.status)) throw claimState(claim.status);
  if (claim.claimantId === null || claim.claimantId === by.personId) throw ownClaim();
  if (claim.handover === null) return;
  if (claim.handover.triesLeft > 0) throw codeStillWorks();
  if (claim.handover.newCodesLeft === 0) throw noNewCode();
}

/** The claimant is the owner, and is sent a code to show. For the found side that is the yes to the match, too. */
export function verifyClaim(claim: Claim, match: Match, by: Verifier, code: FreshCode, now: Date): ClaimChange {
  assertVerifiable(claim, match, by);
  const answerer = { personId: by.personId, side: 'found', isStaff: by.as === 'staff' } as const;
  const { match: agreed, events: matchEvents } = confirm(match, answerer, now);
  const expiresAt = new Date(now.getTime() + FETCH_WITHIN_DAYS * DAY_MILLIS);
  const newCodesLeft = claim.handover === null ? MOST_NEW_CODES : claim.handover.newCodesLeft - 1;
  const verified: Claim = {
    ...claim,
    version: claim.version + 1,
    status: 'verified',
    decidedBy: by.as,
    handover: { codeHash: code.hash, triesLeft: TRIES, newCodesLeft },
    decidedAt: claim.decidedAt ?? now,
    expiresAt,
  };
  const kept = keptUntil({ ...agreed, version: agreed.version + 1 }, expiresAt);
  const event = { type: 'verified', sealedCode: code.sealed, claim: verified, match: kept, at: now } as const;
  return { claim: verified, match: kept, matchEvents, claimEvents: [{ ...event, by: by.personId }] };
}

/** What somebody at the desk sees on the item was compared with what its owner said, and is not that. */
export function noteDifference(claim: Claim, match: Match): ClaimChange {
  if (claim.checksLeft === 0) throw noChecksLeft();
  return unchanged({ ...claim, version: claim.version + 1, checksLeft: claim.checksLeft - 1 }, match);
}

/** One that was verified, too, as long as nobody came. */
export function denyClaim(claim: Claim, match: Match, by: Verifier, reason: DenialReason, now: Date): ClaimChange {
  if (!isOpenClaim(claim.status)) throw claimState(claim.status);
  if (claim.claimantId === by.personId) throw ownClaim();
  return denied(claim, match, { decidedBy: by.as, denialReason: reason }, by.personId, now);
}

export function denied(
  claim: Claim,
  match: Match,
  said: { readonly decidedBy: Decider; readonly denialReason: DenialReason },
  by: string | null,
  now: Date,
): ClaimChange {
  const over = { status: 'denied', handover: null, decidedAt: now, endedAt: now } as const;
  const ended: Claim = { ...claim, ...said, ...over, version: claim.version + 1 };
  const told = { ...match, version: match.version + 1 };
  const event = { type: 'denied', claim: ended, match: told, at: now, by } as const;
  return { claim: ended, match: told, matchEvents: [], claimEvents: [event] };
}
