import type { Clock } from '@foundnow/kernel';
import type { SweepPhotos } from '../photos/sweep-photos.ts';
import type { Erasure, ErasureOrder, Erasures, ErasureSource } from './erasures.port.ts';

const AT_ONCE = 100;

/** Forgets a person: at once for everybody who looks, and then batch by batch in what is kept. */
export class ErasePerson {
  constructor(
    private readonly erasures: Erasures,
    private readonly sweepPhotos: Pick<SweepPhotos, 'ofPerson'>,
    private readonly clock: Clock,
    private readonly onTrouble: (error: unknown) => void,
  ) {}

  /** What `signal` cuts short goes on in the worker. */
  async run(personId: string, source: ErasureSource, signal?: AbortSignal): Promise<Erasure> {
    return this.order({ personId, source, requestedAt: this.clock.now() }, signal);
  }

  /** As it was ordered once: after a restore its time is not now. */
  async order(order: ErasureOrder, signal?: AbortSignal): Promise<Erasure> {
    // In the one spelling of an id: what is kept of her, and her key, is found by the text.
    const personId = order.personId.toLowerCase();
    const opened = await this.erasures.open({ ...order, personId }, this.clock.now());
    if (opened.completedAt !== null) return opened;
    // It was noted, so she is gone for everybody: what fails here, the worker does.
    await this.carryOn(personId, signal).catch(this.onTrouble);
    return (await this.erasures.find(personId)) ?? opened;
  }

  /** True: nothing is left. */
  async carryOn(personId: string, signal?: AbortSignal): Promise<boolean> {
    for (let swept = false; signal?.aborted !== true;) {
      const progress = await this.erasures.advance(personId, this.clock.now(), AT_ONCE);
      if (progress === 'complete') return true;
      if (progress === 'more') continue;
      if (swept) return false;
      await this.sweepPhotos.ofPerson(personId, signal);
      swept = true;
    }
    return false;
  }
}
