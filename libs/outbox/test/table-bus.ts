import pg from 'pg';
import type { BusMessage } from '@foundnow/messaging';
import { numberOf } from './numbered-events.ts';
import { SCHEMA } from './outbox-database.ts';

export const LOG_TABLE = `CREATE TABLE ${SCHEMA}.log
  (place bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY, key text NOT NULL, version int NOT NULL)`;

/** A log that outlives the process: a batch is durable when `publish` resolves, and may be when the process dies. */
export class TableBus {
  readonly #client: pg.Client;

  constructor(url: string) {
    this.#client = new pg.Client({ connectionString: url });
  }

  async connect(): Promise<this> {
    await this.#client.connect();
    return this;
  }

  async publish(batch: readonly BusMessage[]): Promise<void> {
    await this.#client.query(
      `INSERT INTO ${SCHEMA}.log (key, version)
       SELECT key, version FROM unnest($1::text[], $2::int[]) WITH ORDINALITY AS m(key, version, place) ORDER BY place`,
      [batch.map((message) => message.key), batch.map(numberOf)],
    );
  }

  async close(): Promise<void> {
    await this.#client.end();
  }
}
