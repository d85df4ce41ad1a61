import type { MatchTier } from '../match/match.ts';
import type { Share } from './claim.ts';

export const LIMITS = {
  windowMillis: 86_400_000,
  perPerson: 5,
  perItem: 20,
  /** Of these, kept for each of the matches that spoke for their owners before a flood began. */
  ownPerPerson: 2,
  ownMatches: 3,
  /** Denied by people, after which the same person waits. */
  denials: 3,
} as const;

/** What was answered of one found item within the last day, at the moment of the next answer. */
export interface AnsweredSoFar {
  /** Evaluated, of the share that all have, by everybody. */
  readonly common: number;
  /** Evaluated, of what is kept for early matches. */
  readonly own: number;
  /** Evaluated for this person, on whichever of her posts. */
  readonly mine: number;
  readonly mineOfOwn: number;
  /** How many of her claims people denied: they decide the next one, too. */
  readonly deniedMine: number;
  readonly firstDenial: Date | null;
  /** A claim of hers on the item is open. */
  readonly isOpen: boolean;
  /** The first evaluated answer of somebody else. */
  readonly firstOfOthers: Date | null;
}

/** What spoke for the claimant before she said anything. */
export interface EarlyMatch {
  readonly tier: MatchTier;
  readonly foundAt: Date;
  /** 1: no other match of the item is as probable. */
  readonly rank: number;
}

/**
 * Of which share the answers are judged; null: of none, people decide. Nobody is refused. Guesses of others use up what
 * all share, and never what is kept for the few whose match spoke for them before the first guess.
 */
export function shareFor(soFar: AnsweredSoFar, { tier, foundAt, rank }: EarlyMatch): Share | null {
  if (soFar.mine >= LIMITS.perPerson || soFar.deniedMine > 0) return null;
  const kept = LIMITS.ownMatches * LIMITS.ownPerPerson;
  if (soFar.common < LIMITS.perItem - kept) return 'common';
  const wasEarly = soFar.firstOfOthers === null || foundAt < soFar.firstOfOthers;
  const isLikely = tier === 'notify' && rank <= LIMITS.ownMatches;
  const isLeft = soFar.own < kept && soFar.mineOfOwn < LIMITS.ownPerPerson;
  return wasEarly && isLikely && isLeft ? 'own' : null;
}
