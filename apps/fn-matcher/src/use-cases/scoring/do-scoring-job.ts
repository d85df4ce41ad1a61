import { type Clock, DomainError } from '@foundnow/kernel';
import type { PairStore, Stored } from './pair-store.port.ts';
import { scorePost, type ScoringRules } from './score-post.ts';
import type { ScoringJob, ScoringJobs } from './scoring-jobs.port.ts';
import type { ScoringMeters } from './scoring-meters.port.ts';
import type { SurroundingsReader } from './surroundings.port.ts';

const MOST_ATTEMPTS = 5;
/** Each time twice as long. */
const AGAIN_MS = 1_000;
/** Somebody else is away: that is no fault of the job. */
const WAIT_MS = 5_000;

export interface ScoringParts {
  readonly jobs: ScoringJobs;
  readonly reader: SurroundingsReader;
  readonly pairs: PairStore;
  readonly meters: ScoringMeters;
  /** As they are at that moment: the counts of terms are renewed. */
  readonly rules: () => ScoringRules;
  readonly onTrouble: (error: unknown) => void;
  /** Somebody has to look at it. */
  readonly onSetAside: (job: ScoringJob, error: unknown) => void;
}

/** One post against all others that it may have to do with. */
export class DoScoringJob {
  constructor(
    private readonly parts: ScoringParts,
    private readonly clock: Clock,
  ) {}

  /** Whether that made, or left, more to do. */
  async run(job: ScoringJob): Promise<boolean> {
    try {
      return (await this.score(job)) !== 'alone';
    } catch (error) {
      await this.consequence(job, error);
      return true;
    }
  }

  private async score(job: ScoringJob): Promise<Stored> {
    const { reader, pairs, meters, rules } = this.parts;
    const start = performance.now();
    if (job.scope === 'balance') {
      const known = await reader.kindOf(job.postId);
      if (known !== null) return pairs.balance(job, known, this.clock.now());
    }
    const around = await reader.read(job.postId);
    if (around === null) return 'nothing';
    if (!around.isActive) return pairs.end(job, around, this.clock.now());
    const scored = scorePost(around, rules());
    const stored = await pairs.store(job, scored, this.clock.now());
    const seconds = (performance.now() - start) / 1_000;
    if (stored !== 'nothing') meters.scored(scored, around.candidates.length, around.isCapped, seconds);
    return stored;
  }

  private async consequence(job: ScoringJob, error: unknown): Promise<void> {
    const { jobs, meters, onTrouble, onSetAside } = this.parts;
    const now = this.clock.now();
    const isOthers = error instanceof DomainError && error.kind === 'dependency';
    if (!isOthers && job.attempt >= MOST_ATTEMPTS) {
      await jobs.setAside(job, now);
      meters.setAside();
      return onSetAside(job, error);
    }
    onTrouble(error);
    const pause = isOthers ? WAIT_MS : AGAIN_MS * 2 ** (job.attempt - 1);
    await jobs.putBack(job, new Date(now.getTime() + pause), !isOthers);
  }
}
