import type { Actor } from '../../domain/actor.ts';
import type { Match, MatchStatus, MatchTier } from '../../domain/match/match.ts';
import type { MatchSides } from '../../domain/match/match-side.ts';

/** A match as it stands, with what its claims open. */
export interface FoundMatch {
  readonly match: Match;
  readonly sides: MatchSides;
  /** A claim on it was verified: its two sides know each other's posts. */
  readonly isVerified: boolean;
}

export const MATCH_ORDERS = ['newest', 'confidence', 'expiring'] as const;
export type MatchOrder = (typeof MATCH_ORDERS)[number];

/** The last one that was seen: what it is sorted by, and which it is. */
export interface MatchPosition {
  readonly key: string;
  readonly id: string;
}

export interface MatchQuery {
  readonly postId?: string | undefined;
  readonly status?: MatchStatus | undefined;
  readonly tier?: MatchTier | undefined;
  readonly minConfidence?: number | undefined;
  readonly maxConfidence?: number | undefined;
  readonly sort: MatchOrder;
  readonly limit: number;
  readonly after?: MatchPosition | undefined;
}

/** Shows each who has a part in a match what is theirs, and nobody else anything. */
export interface MatchSearch {
  find(id: string, viewer: Actor): Promise<FoundMatch | null>;
  /** One more than the limit when there are more. */
  list(query: MatchQuery, viewer: Actor): Promise<readonly FoundMatch[]>;
}
