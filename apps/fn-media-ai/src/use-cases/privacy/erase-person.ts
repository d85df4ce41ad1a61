import type { Clock } from '@foundnow/kernel';
import type { Erasures } from './erasures.port.ts';

const AT_ONCE = 100;

/** Forgets a person: what she reported goes, what she took in for an organization is nobody's work any more. */
export class ErasePerson {
  constructor(
    private readonly erasures: Erasures,
    private readonly clock: Clock,
    private readonly wakeSweeper: () => void,
  ) {}

  /** What `signal` cuts short goes on in the worker. After a restore its time is not now. */
  async run(personId: string, signal?: AbortSignal, requestedAt = this.clock.now()): Promise<void> {
    await this.erasures.open(personId, requestedAt);
    await this.forget(personId, signal);
  }

  /** Everybody of whom something is left, or came back with a backup. */
  async carryOn(signal?: AbortSignal): Promise<void> {
    for (let more = true; more && signal?.aborted !== true;) {
      const people = await this.erasures.unfinished(AT_ONCE);
      for (const personId of people) await this.forget(personId, signal);
      more = people.length === AT_ONCE;
    }
  }

  private async forget(personId: string, signal?: AbortSignal): Promise<void> {
    while (signal?.aborted !== true) {
      if ((await this.erasures.advance(personId, this.clock.now(), AT_ONCE)) === 0) break;
    }
    this.wakeSweeper();
  }
}
