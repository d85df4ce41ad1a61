import type { Clock } from '@foundnow/kernel';
import type { Erasures } from './erasures.port.ts';

const AT_ONCE = 100;

/** Forgets a person: what she reported goes, and what she took in for an organization is nobody's work any more. */
export class ErasePerson {
  constructor(
    private readonly erasures: Erasures,
    private readonly clock: Clock,
    /** Her matches are to lapse. */
    private readonly wake: () => void,
  ) {}

  /** What `signal` cuts short goes on in the worker. */
  async run(personId: string, signal?: AbortSignal): Promise<void> {
    await this.erasures.open(personId, this.clock.now());
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
    this.wake();
  }
}
