import type { UpdateCause } from '../../domain/match/match-words.ts';

/** A post that is to be scored against the others. */
export interface ScoringJob {
  readonly postId: string;
  readonly lease: string;
  /** How often it was taken, this time included. */
  readonly attempt: number;
  readonly cause: UpdateCause;
  /** `balance`: its pairs are known, and only to be weighed against each other. */
  readonly scope: 'score' | 'balance';
}

export interface Backlog {
  readonly waiting: number;
  readonly oldestSeconds: number;
  /** Failed too often, and waiting for somebody to look at them. */
  readonly setAside: number;
}

export interface ScoringJobs {
  /** What is urgent first, then what has waited longest; each to one replica, until its lease ends. */
  take(most: number, now: Date, until: Date): Promise<readonly ScoringJob[]>;
  /** To be taken again then; `isAttempt` false where the job was not to blame. */
  putBack(job: ScoringJob, next: Date, isAttempt: boolean): Promise<void>;
  /** Nobody takes it again until its post changes. */
  setAside(job: ScoringJob, now: Date): Promise<void>;
  backlog(now: Date): Promise<Backlog>;
}
