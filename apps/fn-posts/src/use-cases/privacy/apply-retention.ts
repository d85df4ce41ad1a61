import type { Clock } from '@foundnow/kernel';
import type { Retention, RetentionPeriods } from './retention.port.ts';

const AT_ONCE = 100;
export const PERIODS: RetentionPeriods = { closedDays: 365, deletedDays: 30, contactDays: 90 };

/** Lets go of what nobody needs any more. Any number of replicas may do it. */
export class ApplyRetention {
  constructor(
    private readonly retention: Retention,
    private readonly clock: Clock,
    private readonly onTrouble: (error: unknown) => void,
  ) {}

  /** What fails is tried again in the next round, and keeps nothing else waiting. */
  async run(signal?: AbortSignal): Promise<void> {
    for (const step of ['stripClosed', 'stripDeleted', 'removeContacts'] as const) {
      await this.all(step, signal).catch(this.onTrouble);
    }
  }

  private async all(step: keyof Retention, signal?: AbortSignal): Promise<void> {
    for (let done = AT_ONCE; done === AT_ONCE && signal?.aborted !== true;) {
      done = await this.retention[step](this.clock.now(), PERIODS, AT_ONCE);
    }
  }
}
