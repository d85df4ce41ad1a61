import { identifier } from '@foundnow/postgres';
import type { Database, TenantScope, Tx } from '@foundnow/postgres';

/** What makes a delivery unique: the same event reaches each group, and each of its replays, once. */
export interface InboxKey {
  readonly group: string;
  readonly generation: number;
  readonly eventId: string;
}

/** Remembers, in the transaction of the effect, that an event was handled: a redelivery finds it and does nothing. */
export class Inbox {
  readonly #database: Pick<Database, 'transaction'>;
  readonly #accept: string;

  constructor(database: Pick<Database, 'transaction'>, schema: string) {
    this.#database = database;
    this.#accept = `INSERT INTO ${identifier(schema)}.inbox (group_name, generation, event_id) VALUES ($1, $2, $3)
      ON CONFLICT DO NOTHING RETURNING 1 AS accepted`;
  }

  async run(key: InboxKey, scope: TenantScope, work: (tx: Tx) => Promise<void>): Promise<'done' | 'duplicate'> {
    return this.#database.transaction(scope, async (tx) => {
      if (!(await this.accept(tx, key))) return 'duplicate';
      await work(tx);
      return 'done';
    });
  }

  /** For an effect that has a transaction already: false means that it happened before, so leave it. */
  async accept(tx: Tx, { group, generation, eventId }: InboxKey): Promise<boolean> {
    return (await tx.query(this.#accept, [group, generation, eventId])).length > 0;
  }
}
