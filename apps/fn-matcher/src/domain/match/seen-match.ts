import type { Actor } from '../actor.ts';
import type { Match } from './match.ts';
import type { MatchSide, MatchSides } from './match-side.ts';
import { type Part, partsOf } from './part-in-match.ts';

/** What of a post somebody is shown in a match: all of it, or that there is one. */
export interface SeenSide {
  readonly isShown: boolean;
  readonly post: MatchSide;
}

/** A match as one of those who have a part in it sees it. */
export interface SeenMatch {
  readonly match: Match;
  readonly parts: readonly Part[];
  /** A claim on it was. */
  readonly isVerified: boolean;
  readonly lost: SeenSide;
  readonly found: SeenSide;
}

/** Null for whom it is not to see. `isVerified`: a claim on it was, so that both sides may know where they meet. */
export function seenMatch(match: Match, sides: MatchSides, viewer: Actor, isVerified: boolean): SeenMatch | null {
  const parts = partsOf(sides, viewer);
  if (parts.length === 0 || !isTold(match, parts)) return null;
  const seen = (post: MatchSide, side: 'lost' | 'found'): SeenSide => ({
    post,
    isShown: isVerified || parts.some((part) => part.side === side) || mayRead(post, viewer),
  });
  return { match, parts, isVerified, lost: seen(sides.lost, 'lost'), found: seen(sides.found, 'found') };
}

/** What is only worth a look by staff is shown to the parties once somebody of them said yes. */
function isTold({ tier, decisions }: Match, parts: readonly Part[]): boolean {
  return tier !== 'review' || parts.some(({ isStaff }) => isStaff) || Object.values(decisions).includes('confirmed');
}

/** As fn-posts would show it: docs/visibility.md. */
function mayRead({ visibility, orgId }: MatchSide, viewer: Actor): boolean {
  if (visibility === 'public') return true;
  return visibility === 'organization' && orgId !== null && orgId === viewer.orgId;
}
