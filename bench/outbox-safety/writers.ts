import { setTimeout as delay } from 'node:timers/promises';
import type { EventMap } from '@foundnow/contracts';
import { goldenExample } from '@foundnow/contracts/testing';
import { uuidv7 } from '@foundnow/kernel';
import { Inbox, OutboxWriter, type AnyOutgoingEvent } from '@foundnow/outbox';
import { withClient, type Tx } from '@foundnow/postgres';
import { inLanes } from '../harness/lanes.ts';
import type { OutboxBench } from '../harness/outbox-bench.ts';
import { numberedId, numberOfId } from '../harness/numbered-id.ts';
import { seededRandom } from '../harness/seeded-random.ts';

export const WRITERS = 16;
export const HOT_KEYS = 5;
const COLD_KEYS = 5_000;
const KEYS_PER_TRANSACTION = 10;
/** A writer that dawdles after it took its ids: its low ids become visible long after higher ones. */
const SLOW_MS = 300;

const LOCK = 'SELECT key, version FROM aggregate WHERE key = ANY ($1::int[]) ORDER BY key FOR UPDATE';
const SAVE = 'UPDATE aggregate SET version = version + 1 WHERE key = ANY ($1::int[])';
const example = goldenExample('post.resolved');

export const isHot = (key: string): boolean => numberOfId(key) < HOT_KEYS;

export async function prepareAggregates({ service }: OutboxBench): Promise<void> {
  await withClient(service.ownerUrl, async (client) => {
    await client.query(
      `CREATE TABLE aggregate (key integer PRIMARY KEY, version integer NOT NULL) WITH (fillfactor = 50)`,
    );
    await client.query('INSERT INTO aggregate SELECT key, 0 FROM generate_series(0, $1) AS key', [
      HOT_KEYS + COLD_KEYS,
    ]);
  });
}

/** Writes at least so many events and answers with how many were committed. */
export async function writeEvents(bench: OutboxBench, events: number): Promise<number> {
  const inbox = new Inbox(bench.database, bench.schema);
  const outbox = new OutboxWriter({ schema: bench.schema, service: 'fn-posts' });
  let committed = 0;
  const writeUntilDone = async (lane: number, dawdleMs: number): Promise<void> => {
    const random = seededRandom(lane);
    while (committed < events) {
      const keys = dawdleMs > 0 ? [HOT_KEYS + COLD_KEYS] : someKeys(random);
      const written = await bench.database.transaction({ worker: 'bench' }, async (tx) => {
        // The first write, and so the transaction's number, comes before the lock, as in every handler.
        await inbox.accept(tx, { group: 'writer', generation: 0, eventId: uuidv7.next() });
        const appended = await advance(tx, outbox, keys);
        if (dawdleMs > 0) await delay(dawdleMs);
        return appended;
      });
      // Not `+= await`: that would add to what the sum was before.
      committed += written;
    }
  };
  await inLanes(WRITERS + 1, (lane) => writeUntilDone(lane, lane === WRITERS ? SLOW_MS : 0));
  return committed;
}

async function advance(tx: Tx, outbox: OutboxWriter, keys: readonly number[]): Promise<number> {
  const locked = await tx.query<{ key: number; version: number }>(LOCK, [keys]);
  await tx.query(SAVE, [keys]);
  const events = locked.map(({ key, version }) => eventOf(numberedId(key), version + 1));
  await outbox.append(tx, events);
  return events.length;
}

function eventOf(key: string, aggregateVersion: number): AnyOutgoingEvent {
  const payload: EventMap['post.resolved'] = { ...example, postId: key, aggregateVersion };
  return { name: 'post.resolved', key, payload };
}

/** Every other transaction holds one of the hot keys. */
function someKeys(random: () => number): number[] {
  const keys = new Set<number>();
  if (random() < 0.5) keys.add(Math.floor(random() * HOT_KEYS));
  while (keys.size < KEYS_PER_TRANSACTION) keys.add(HOT_KEYS + Math.floor(random() * COLD_KEYS));
  return [...keys];
}

export async function committedVersions({ service }: OutboxBench): Promise<number> {
  return withClient(service.appUrl, async (client) => {
    const { rows } = await client.query<{ sum: number }>('SELECT sum(version)::int AS sum FROM aggregate');
    return rows[0]?.sum ?? -1;
  });
}
