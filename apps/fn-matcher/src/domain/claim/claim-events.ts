import type { Match } from '../match/match.ts';
import type { MatchEvent } from '../match/match-events.ts';
import type { Claim } from './claim.ts';

interface About {
  /** Both as they are after the event. */
  readonly claim: Claim;
  readonly match: Match;
  readonly at: Date;
  /** Who did it; null: the system. */
  readonly by: string | null;
}

export type ClaimEvent = About &
  (
    | { readonly type: 'opened' }
    | { readonly type: 'verified'; readonly sealedCode: string }
    | { readonly type: 'denied' }
    | { readonly type: 'expired'; readonly previousStatus: 'opened' | 'verified' }
    | { readonly type: 'returned'; readonly method: 'handover_code' }
  );

/** What becomes of a claim and its match, and what is told of it: written together, the match's events first. */
export interface ClaimChange {
  readonly claim: Claim;
  readonly match: Match;
  readonly matchEvents: readonly MatchEvent[];
  readonly claimEvents: readonly ClaimEvent[];
}

export function unchanged(claim: Claim, match: Match): ClaimChange {
  return { claim, match, matchEvents: [], claimEvents: [] };
}
