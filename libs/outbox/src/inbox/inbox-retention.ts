import { Periodic } from '@foundnow/kernel';
import { identifier } from '@foundnow/postgres';
import type { Database } from '@foundnow/postgres';

/** Twice the retention of a topic: as long as a message can come back, its row is here. */
const LEAST_DAYS = 60;
const CHUNK = 1_000;
const EVERY_MS = 60 * 60 * 1000;

export interface InboxRetentionOptions {
  readonly schema: string;
  readonly days?: number;
  readonly everyMs?: number;
  readonly onError?: (error: unknown) => void;
}

/** Removes old inbox rows in small transactions, so that it never stands in anybody's way. */
export class InboxRetention {
  readonly #sql: string;
  readonly #days: number;
  readonly #work: Periodic;

  constructor(
    private readonly database: Pick<Database, 'transaction'>,
    options: InboxRetentionOptions,
  ) {
    this.#days = options.days ?? LEAST_DAYS;
    if (this.#days < LEAST_DAYS) {
      throw new RangeError(
        `Inbox rows must be kept for at least ${LEAST_DAYS} days: younger ones can still be needed.`,
      );
    }
    const table = `${identifier(options.schema)}.inbox`;
    this.#sql = `WITH old AS (
        SELECT ctid FROM ${table} WHERE accepted_at < clock_timestamp() - make_interval(days => $1)
        ORDER BY accepted_at LIMIT ${CHUNK} FOR UPDATE SKIP LOCKED),
      gone AS (DELETE FROM ${table} WHERE ctid IN (SELECT ctid FROM old) RETURNING 1)
      SELECT count(*)::int AS removed FROM gone`;
    this.#work = new Periodic(
      options.everyMs ?? EVERY_MS,
      (signal) => this.removeOld(signal),
      (error) => options.onError?.(error),
    );
  }

  start(): void {
    this.#work.start();
  }

  async stop(): Promise<void> {
    await this.#work.stop();
  }

  /** Answers with how many rows it removed. */
  async removeOld(signal?: AbortSignal): Promise<number> {
    let total = 0;
    for (;;) {
      const removed = await this.database.transaction({ worker: 'inbox-retention' }, async (tx) => {
        const [row] = await tx.query<{ removed: number }>(this.#sql, [this.#days]);
        return row?.removed ?? 0;
      });
      total += removed;
      if (removed < CHUNK || signal?.aborted === true) return total;
    }
  }
}
