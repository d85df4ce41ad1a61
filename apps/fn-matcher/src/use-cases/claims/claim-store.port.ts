import type { IdempotentRequest } from '@foundnow/http';
import type { Claim, ClaimStatus, ProofResult } from '../../domain/claim/claim.ts';
import type { ClaimChange } from '../../domain/claim/claim-events.ts';
import type { AnsweredSoFar, EarlyMatch } from '../../domain/claim/claim-limits.ts';
import type { RivalClaim } from '../../domain/claim/end-claim.ts';
import type { Actor } from '../../domain/actor.ts';
import type { HeldMatch } from '../matches.port.ts';

/** A claim with its match and the two posts, as they stand. */
export interface HeldClaim extends HeldMatch {
  readonly claim: Claim;
}

/** What is known when answers arrive: of all that was answered of this item before, in whatever order it came. */
export interface HeldItem extends HeldMatch {
  readonly soFar: AnsweredSoFar;
  readonly early: EarlyMatch;
}

export interface ClaimPosition {
  readonly openedAt: Date;
  readonly id: string;
}

export interface ClaimQuery {
  readonly status?: ClaimStatus | undefined;
  readonly proof?: ProofResult | undefined;
  readonly matchId?: string | undefined;
  readonly limit: number;
  readonly after?: ClaimPosition | undefined;
}

/** Each method that changes is one transaction; `decide` is synchronous, so that nothing remote can hide in it. */
export interface ClaimStore {
  find(id: string): Promise<HeldClaim | null>;
  /** Whether this person has one open on this item. */
  isOpenFor(foundPostId: string, personId: string): Promise<boolean>;
  /** Newest first; one more than the limit when there are more. Wrong answers are in the list of who gave them. */
  list(query: ClaimQuery, viewer: Actor): Promise<readonly HeldClaim[]>;
  /** One at a time for each found item: what is counted is all that there was. */
  open(
    matchId: string,
    by: Actor,
    now: Date,
    decide: (item: HeldItem) => ClaimChange,
    once: IdempotentRequest | undefined,
  ): Promise<{ readonly id: string; readonly replayed: boolean }>;
  /** Null: there is none. */
  update(id: string, decide: (held: HeldClaim) => ClaimChange): Promise<HeldClaim | null>;
  /** Those that ran out, lost their match, or stand against one that was verified; how many there were. */
  updateDue(now: Date, most: number, pass: (held: HeldClaim, rival: RivalClaim | null) => ClaimChange): Promise<number>;
}
