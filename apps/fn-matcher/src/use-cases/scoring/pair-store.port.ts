import type { Verdict } from '../../domain/match/assess.ts';
import type { PostEnd } from '../../domain/match/match-words.ts';
import type { ScoringJob } from './scoring-jobs.port.ts';

/** What came out for one pair, as its posts were then. */
export interface ScoredPair {
  readonly lostPostId: string;
  readonly foundPostId: string;
  /** Of the post that was not the job's. */
  readonly partner: { readonly postId: string; readonly revision: number };
  readonly verdict: Verdict;
}

export interface ScoredPost {
  readonly postId: string;
  readonly revision: number;
  /** By what it was scored: the versions of the model and of the traits. */
  readonly scoredWith: string;
  readonly pairs: readonly ScoredPair[];
}

export interface PairStore {
  /**
   * Writes the matches with their events and ends the job. A pair whose other post has changed is left to the job of
   * that; when the post itself has, or the lease is another's, nothing is written: false.
   */
  store(job: ScoringJob, scored: ScoredPost, now: Date): Promise<boolean>;
  /** Ends all open matches of a post that is no longer looked for. */
  end(job: ScoringJob, post: { readonly revision: number; readonly end: PostEnd }, now: Date): Promise<boolean>;
}
