import { VisionFailure } from '../../../domain/vision/vision-failure.ts';
import type { Look } from './look.ts';

export interface BulkheadSize {
  readonly underWay: number;
  readonly waiting: number;
}

/** Keeps a slow provider from holding everything: so many questions at once, so many in line, the rest do without. */
export class Bulkhead {
  #underWay = 0;
  readonly #line: Array<() => void> = [];

  constructor(private readonly size: BulkheadSize) {}

  get underWay(): number {
    return this.#underWay;
  }

  get waiting(): number {
    return this.#line.length;
  }

  guard(look: Look): Look {
    return async (question, signal) => {
      await this.#enter(signal);
      try {
        signal.throwIfAborted();
        return await look(question, signal);
      } finally {
        this.#leave();
      }
    };
  }

  async #enter(signal: AbortSignal): Promise<void> {
    signal.throwIfAborted();
    if (this.#underWay < this.size.underWay) {
      this.#underWay += 1;
      return;
    }
    if (this.#line.length >= this.size.waiting) throw new VisionFailure('busy');
    const turn = Promise.withResolvers<void>();
    const giveUp = () => {
      const place = this.#line.indexOf(turn.resolve);
      // It may have been called already, without having heard of it.
      if (place < 0) return;
      this.#line.splice(place, 1);
      turn.reject(signal.reason as Error);
    };
    this.#line.push(turn.resolve);
    signal.addEventListener('abort', giveUp, { once: true });
    const stopListening = () => signal.removeEventListener('abort', giveUp);
    await turn.promise.finally(stopListening);
  }

  /** Whoever is next takes the place over. */
  #leave(): void {
    const next = this.#line.shift();
    if (next === undefined) this.#underWay -= 1;
    else next();
  }
}
