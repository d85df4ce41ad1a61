import { setTimeout as delay } from 'node:timers/promises';
import { withClient } from '@foundnow/postgres';

const BATCH = 500;
const PAUSE_MS = 5;

/**
 * The outbox as it is often written: remember the last id, ask for what is above it. What commits late with a lower id
 * is never seen. Answers with the number of events that it saw.
 */
export async function pollByLastId(url: string, schema: string, written: Promise<unknown>): Promise<number> {
  let writing = true;
  void written.finally(() => (writing = false)).catch(() => undefined);
  return withClient(url, async (client) => {
    let last = '0';
    let seen = 0;
    for (;;) {
      const over = !writing;
      const { rows } = await client.query<{ id: string }>(
        `SELECT id, body FROM ${schema}.outbox WHERE id > $1 ORDER BY id LIMIT ${BATCH}`,
        [last],
      );
      seen += rows.length;
      last = rows.at(-1)?.id ?? last;
      if (rows.length === 0 && over) return seen;
      if (rows.length < BATCH) await delay(PAUSE_MS);
    }
  });
}
