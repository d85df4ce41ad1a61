import { Periodic } from '@foundnow/kernel';
import type { LetTimePass } from './let-time-pass.ts';

const EVERY_MS = 60_000;

/** Looks every minute what time has brought. */
export class TimeWorker {
  readonly #work: Periodic;

  constructor(letTimePass: LetTimePass, onError: (error: unknown) => void, everyMs = EVERY_MS) {
    this.#work = new Periodic(everyMs, (signal) => letTimePass.run(signal), onError);
  }

  start(): void {
    this.#work.start();
  }

  async stop(): Promise<void> {
    await this.#work.stop();
  }
}
