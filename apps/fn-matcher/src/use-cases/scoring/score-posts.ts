import type { Clock } from '@foundnow/kernel';
import type { DoScoringJob } from './do-scoring-job.ts';
import type { ScoringJobs } from './scoring-jobs.port.ts';

/** A few at a time, so that a replica that ends keeps few from the others. */
const AT_ONCE = 4;

/** Takes jobs as long as there may be some: whoever queues one from elsewhere wakes a scorer. */
export class ScorePosts {
  constructor(
    private readonly jobs: ScoringJobs,
    private readonly doJob: DoScoringJob,
    private readonly leaseMs: number,
    private readonly clock: Clock,
  ) {}

  /** Ends between two posts when it is told to: those that were taken and not begun go back at once. */
  async run(signal?: AbortSignal): Promise<void> {
    for (let more = true; more && signal?.aborted !== true;) {
      const now = this.clock.now();
      const taken = await this.jobs.take(AT_ONCE, now, new Date(now.getTime() + this.leaseMs));
      more = taken.length === AT_ONCE;
      for (const job of taken) {
        if (isOver(signal)) await this.jobs.putBack(job, this.clock.now(), false);
        else if (await this.doJob.run(job)) more = true;
      }
    }
  }
}

function isOver(signal: AbortSignal | undefined): boolean {
  return signal?.aborted === true;
}
