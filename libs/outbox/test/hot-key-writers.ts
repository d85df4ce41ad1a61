import { uuidv7 } from '@foundnow/kernel';
import { Inbox } from '../src/index.ts';
import { numberedWriter, raise } from './numbered-events.ts';
import { SCHEMA } from './outbox-database.ts';
import type { OutboxDatabase } from './outbox-database.ts';

const WRITERS = 16;
const HOT_KEYS = 5;
const COLD_KEYS = 200;

export interface Writers {
  readonly done: Promise<void>;
  /** Per key the version that was committed last. */
  reached(): Promise<Map<string, number>>;
}

/**
 * Consumers as they are: each first notes the event in its inbox, which gives its transaction its place among the
 * others, and only then locks the aggregate. Two of three changes go to five keys.
 */
export async function startWriters(
  db: OutboxDatabase,
  changes: number,
  wake: () => void = () => undefined,
): Promise<Writers> {
  await db.query(`TRUNCATE counter;
    INSERT INTO counter SELECT 'hot-' || i FROM generate_series(1, ${HOT_KEYS}) i;
    INSERT INTO counter SELECT 'cold-' || i FROM generate_series(1, ${COLD_KEYS}) i;`);
  const inbox = new Inbox(db.database, SCHEMA);
  const writer = numberedWriter(wake);
  let left = changes;
  const work = async (): Promise<void> => {
    while (left > 0) {
      left -= 1;
      const key = left % 3 === 0 ? `cold-${1 + (left % COLD_KEYS)}` : `hot-${1 + (left % HOT_KEYS)}`;
      const event = { group: 'shop', generation: 0, eventId: uuidv7.next() };
      await inbox.run(event, { worker: 'spec' }, (tx) => raise(tx, writer, key));
    }
  };
  return {
    done: Promise.all(Array.from({ length: WRITERS }, work)).then(() => undefined),
    async reached() {
      const rows = await db.query<{ key: string; version: number }>('SELECT key, version FROM counter');
      return new Map(rows.map(({ key, version }) => [key, version]));
    },
  };
}
