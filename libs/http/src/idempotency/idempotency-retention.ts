import { Periodic } from '@foundnow/kernel';
import type { Database } from '@foundnow/postgres';
import type { IdempotencyStore } from './idempotency-store.ts';

const EVERY_MS = 15 * 60 * 1000;

/** Removes what repetitions are known by when its day is over, in small transactions. Any number of replicas may run it. */
export class IdempotencyRetention {
  readonly #work: Periodic;

  constructor(
    private readonly database: Pick<Database, 'transaction'>,
    private readonly store: Pick<IdempotencyStore, 'purgeExpired'>,
    onError: (error: unknown) => void,
    everyMs = EVERY_MS,
  ) {
    this.#work = new Periodic(everyMs, (signal) => this.removeExpired(signal), onError);
  }

  start(): void {
    this.#work.start();
  }

  async stop(): Promise<void> {
    await this.#work.stop();
  }

  async removeExpired(signal?: AbortSignal): Promise<void> {
    while (signal?.aborted !== true) {
      const removed = await this.database.transaction({ worker: 'idempotency-retention' }, (tx) =>
        this.store.purgeExpired(tx),
      );
      if (removed === 0) return;
    }
  }
}
