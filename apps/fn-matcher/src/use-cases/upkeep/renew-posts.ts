import type { Clock } from '@foundnow/kernel';
import type { ScoringMeters } from '../scoring/scoring-meters.port.ts';
import type { ScoringJobs } from '../scoring/scoring-jobs.port.ts';
import type { PostUpkeep } from './upkeep.port.ts';

const AT_ONCE = 200;
/** With so many waiting, what is new goes first. */
const MOST_WAITING = 100;

/** After a change of the model, or of what is read from a text, every post is scored again: a few at a time. */
export class RenewPosts {
  constructor(
    private readonly posts: PostUpkeep,
    private readonly jobs: ScoringJobs,
    private readonly meters: ScoringMeters,
    private readonly scoredWith: () => string,
    private readonly clock: Clock,
  ) {}

  /** True: the scorer has something to do. */
  async run(): Promise<boolean> {
    const now = this.clock.now();
    const backlog = await this.jobs.backlog(now);
    this.meters.backlog(backlog);
    if (backlog.waiting > MOST_WAITING) return false;
    return (await this.posts.renew(this.scoredWith(), AT_ONCE, now)) > 0;
  }
}
