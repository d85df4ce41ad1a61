import { FakeClock } from '@foundnow/testing';
import type { Timing } from '../../src/outbound/vision/timing.ts';

interface Waiter {
  readonly at: number;
  readonly resolve: () => void;
}

/** Time that passes only when a test lets it; whoever waits is woken in order, at the moment waited for. */
export class FakeTiming extends FakeClock implements Timing {
  /** Taken by the next calls of random(), one each; then 0. */
  readonly chances: number[] = [];
  #waiters: Waiter[] = [];

  /** For how long each of those who wait still has to, in order. */
  get waits(): readonly number[] {
    return this.#waiters.map(({ at }) => at - this.now().getTime()).toSorted((a, b) => a - b);
  }

  random(): number {
    return this.chances.shift() ?? 0;
  }

  async wait(milliseconds: number, signal: AbortSignal): Promise<void> {
    signal.throwIfAborted();
    const { promise, resolve, reject } = Promise.withResolvers<void>();
    const waiter = { at: this.now().getTime() + milliseconds, resolve };
    const leave = () => {
      this.#waiters = this.#waiters.filter((each) => each !== waiter);
      reject(signal.reason as Error);
    };
    this.#waiters.push(waiter);
    signal.addEventListener('abort', leave, { once: true });
    await promise.finally(() => signal.removeEventListener('abort', leave));
  }

  /** Lets time pass, and what wakes up on the way do its work before time goes on. */
  async pass(milliseconds: number): Promise<void> {
    const end = this.now().getTime() + milliseconds;
    await settled();
    for (;;) {
      const next = this.#waiters.filter(({ at }) => at <= end).toSorted((a, b) => a.at - b.at)[0];
      if (next === undefined) break;
      this.#waiters = this.#waiters.filter((each) => each !== next);
      this.set(new Date(next.at));
      next.resolve();
      await settled();
    }
    this.set(new Date(end));
    await settled();
  }
}

/** Everything that needs no outside event has been done. */
export async function settled(): Promise<void> {
  for (let turn = 0; turn < 5; turn += 1) await new Promise((done) => setImmediate(done));
}
