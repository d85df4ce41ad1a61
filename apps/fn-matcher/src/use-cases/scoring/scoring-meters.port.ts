import type { Backlog } from './scoring-jobs.port.ts';
import type { MatchTier } from '../../domain/match/match.ts';
import type { ScoredPost } from './pair-store.port.ts';

/** What is counted of the scorer's work. */
export interface ScoringMeters {
  scored(post: ScoredPost, candidates: number, isCapped: boolean, seconds: number): void;
  /** A match was found, or is of another tier now. */
  told(tier: MatchTier): void;
  setAside(): void;
  backlog(backlog: Backlog): void;
}
