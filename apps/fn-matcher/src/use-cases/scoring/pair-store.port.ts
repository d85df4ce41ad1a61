import type { WeighedPair } from '../../domain/match/weigh-pair.ts';
import type { PostEnd } from '../../domain/match/match-words.ts';
import type { ScoringJob } from './scoring-jobs.port.ts';

/** What speaks for one pair, as its posts were then. */
export interface ScoredPair extends WeighedPair {
  readonly lostPostId: string;
  readonly foundPostId: string;
  /** The post that was not the job's. */
  readonly partnerId: string;
}

export interface ScoredPost {
  readonly postId: string;
  readonly kind: 'lost' | 'found';
  readonly revision: number;
  /** By what it was scored: the versions of the model and of the traits. */
  readonly scoredWith: string;
  /** Every post that it was compared with, and at which revision. */
  readonly seen: ReadonlyMap<string, number>;
  /** Those pairs that count: one that was kept and is no longer among them is over. */
  readonly pairs: readonly ScoredPair[];
}

/** `nothing`: the post itself has changed, or the lease is another's. `with-jobs`: whose others are affected is weighed next. */
export type Stored = 'nothing' | 'alone' | 'with-jobs';

export interface PairStore {
  /**
   * Keeps the pairs, writes the matches that come of them with their events, and ends the job. A pair whose other post
   * has changed is left to the job of that. Whose others are affected is weighed anew in a job of its own.
   */
  store(job: ScoringJob, scored: ScoredPost, now: Date): Promise<Stored>;
  /** Weighs the pairs of a post against each other once more. */
  balance(
    job: ScoringJob,
    post: { readonly kind: 'lost' | 'found'; readonly revision: number },
    now: Date,
  ): Promise<Stored>;
  /** Ends all open matches of a post that is no longer looked for. */
  end(job: ScoringJob, post: { readonly revision: number; readonly end: PostEnd }, now: Date): Promise<Stored>;
}
