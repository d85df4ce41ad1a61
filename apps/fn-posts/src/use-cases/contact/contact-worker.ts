import { Periodic } from '@foundnow/kernel';
import type { LetContactsPass } from './let-contacts-pass.ts';

const EVERY_MS = 30_000;

/** Looks every half minute what has ended, and at once when a post of this process has. */
export class ContactWorker {
  readonly #work: Periodic;
  readonly #stopped = new AbortController();
  #woken: Promise<void> = Promise.resolve();

  constructor(
    private readonly letContactsPass: LetContactsPass,
    private readonly onError: (error: unknown) => void,
    everyMs = EVERY_MS,
  ) {
    this.#work = new Periodic(everyMs, (signal) => letContactsPass.run(signal), onError);
  }

  wake(): void {
    if (this.#stopped.signal.aborted) return;
    this.#woken = this.#woken.then(() => this.letContactsPass.run(this.#stopped.signal)).catch(this.onError);
  }

  start(): void {
    this.#work.start();
  }

  async stop(): Promise<void> {
    this.#stopped.abort();
    await Promise.all([this.#work.stop(), this.#woken]);
  }
}
