import { setTimeout as delay } from 'node:timers/promises';
import type { Database } from '@foundnow/postgres';
import type { IdempotencyStore } from './idempotency-store.ts';

const EVERY_MS = 15 * 60 * 1000;

/** Removes what repetitions are known by when its day is over, in small transactions. Any number of replicas may run it. */
export class IdempotencyRetention {
  readonly #stopped = new AbortController();
  #running: Promise<void> = Promise.resolve();

  constructor(
    private readonly database: Pick<Database, 'transaction'>,
    private readonly store: Pick<IdempotencyStore, 'purgeExpired'>,
    private readonly onError: (error: unknown) => void,
    private readonly everyMs = EVERY_MS,
  ) {}

  start(): void {
    this.#running = this.#loop();
  }

  async stop(): Promise<void> {
    this.#stopped.abort();
    await this.#running;
  }

  async removeExpired(): Promise<void> {
    while (!this.#stopped.signal.aborted) {
      const removed = await this.database.transaction({ worker: 'idempotency-retention' }, (tx) =>
        this.store.purgeExpired(tx),
      );
      if (removed === 0) return;
    }
  }

  async #loop(): Promise<void> {
    const { signal } = this.#stopped;
    while (!signal.aborted) {
      await this.removeExpired().catch(this.onError);
      await delay(this.everyMs, undefined, { signal, ref: false }).catch(() => undefined);
    }
  }
}
