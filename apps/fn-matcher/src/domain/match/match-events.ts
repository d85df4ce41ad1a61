import type { ConfirmedBy, Match, MatchTier } from './match.ts';
import type { ExpiryReason, RejectedBy, RejectionReason, UpdateCause } from './match-words.ts';

interface About {
  /** As it is after the event. */
  readonly match: Match;
  readonly at: Date;
  /** Who did it; null: the system. */
  readonly by: string | null;
}

export type MatchEvent = About &
  (
    | { readonly type: 'found' }
    | {
        readonly type: 'updated';
        readonly previousProbability: number;
        readonly previousTier: MatchTier;
        readonly cause: UpdateCause;
      }
    | { readonly type: 'confirmed'; readonly confirmedBy: ConfirmedBy }
    | { readonly type: 'rejected'; readonly rejectedBy: RejectedBy; readonly reason: RejectionReason }
    | { readonly type: 'expired'; readonly previousStatus: 'pending' | 'confirmed'; readonly reason: ExpiryReason }
  );

/** What a match becomes, and what is told of it: state and events are written together. */
export interface MatchChange {
  readonly match: Match;
  readonly events: readonly MatchEvent[];
}
