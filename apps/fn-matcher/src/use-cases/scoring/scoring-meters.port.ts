import type { Backlog } from './scoring-jobs.port.ts';
import type { ScoredPost } from './pair-store.port.ts';

/** What is counted of the scorer's work. */
export interface ScoringMeters {
  scored(post: ScoredPost, candidates: number, isCapped: boolean, seconds: number): void;
  setAside(): void;
  backlog(backlog: Backlog): void;
}
