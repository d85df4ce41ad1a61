import { EventDecoder, lockfileSchemaIds } from '@foundnow/contracts';
import { goldenExample } from '@foundnow/contracts/testing';
import type { MessageBus } from '@foundnow/messaging';
import { Inbox, OutboxRelay, OutboxWriter } from '@foundnow/outbox';
import { withClient } from '@foundnow/postgres';
import { within } from './lanes.ts';
import { numberedId } from './numbered-id.ts';
import { openLoop } from './open-loop.ts';
import type { OutboxBench } from './outbox-bench.ts';
import { percentile } from './statistics.ts';

export const PER_SECOND = 200;
/** Each round begins with events that are not counted: partitions are being claimed, code is being compiled. */
export const WARM_UP_SECONDS = 1;
const example = goldenExample('post.created');

export interface Round {
  /** Another for each round of one bench. */
  readonly number: number;
  readonly seconds: number;
  /** As a service has it: one for its relay, and one of another service's for its consumer. */
  readonly publisher: MessageBus;
  readonly consumer: MessageBus;
}

export async function prepareState({ service }: OutboxBench): Promise<void> {
  await withClient(service.ownerUrl, (client) => client.query('CREATE TABLE state (id text, role text)'));
}

/** One open loop: what a service does per command on one side, what a handler does per event on the other. */
export async function commitToHandler(bench: OutboxBench, round: Round): Promise<number[]> {
  const { database, schema, service } = bench;
  const { seconds, publisher } = round;
  const relay = new OutboxRelay({ url: service.appUrl, schema, bus: publisher, schemaIds: lockfileSchemaIds() });
  const writer = new OutboxWriter({ schema, service: 'fn-posts', wake: () => relay.wake() });
  const committing = new Map<string, number>();
  const waits = new Map<string, number>();
  const { promise: all, resolve } = Promise.withResolvers<void>();
  const total = PER_SECOND * (WARM_UP_SECONDS + seconds);
  const consuming = await consume(bench, round, (key, now) => {
    waits.set(key, now - (committing.get(key) ?? Number.NaN));
    if (waits.size === total) resolve();
  });
  relay.start();
  await openLoop({ perSecond: PER_SECOND, seconds: WARM_UP_SECONDS + seconds }, async (n) => {
    const key = keyOf(round, n);
    await database.transaction({ worker: 'bench' }, async (tx) => {
      await tx.query('INSERT INTO state VALUES ($1, $2)', [key, 'cause']);
      await writer.append(tx, [{ name: 'post.created', key, payload: { ...example, postId: key } }]);
      committing.set(key, performance.now());
    });
  });
  await within(30_000, 'handling', all);
  await relay.stop();
  await consuming.stop();
  return Array.from({ length: PER_SECOND * seconds }, (_, n) => {
    return waits.get(keyOf(round, PER_SECOND * WARM_UP_SECONDS + n)) ?? Number.NaN;
  });
}

function keyOf({ number }: Round, n: number): string {
  return numberedId(number * 1_000_000 + n);
}

/** The handler is entered when its transaction is open and the inbox has let the event pass. */
async function consume(
  { database, schema }: OutboxBench,
  { consumer, number }: Round,
  entered: (key: string, now: number) => void,
) {
  const group = `latency-${number}`;
  const inbox = new Inbox(database, schema);
  const decoder = new EventDecoder(lockfileSchemaIds());
  const options = { group, topics: ['posts.events'], startAt: 'end' } as const;
  return consumer.subscribe(options, async ({ key, value, attributes }) => {
    await decoder.decode(value);
    await inbox.run({ group, generation: 0, eventId: attributes.id }, { worker: 'bench' }, async (tx) => {
      entered(key, performance.now());
      await tx.query('INSERT INTO state VALUES ($1, $2)', [key, 'effect']);
    });
  });
}

export async function countEffects({ service }: OutboxBench): Promise<{ all: number; distinct: number }> {
  return withClient(service.appUrl, async (client) => {
    const { rows } = await client.query<{ all: number; distinct: number }>(
      `SELECT count(*)::int AS all, count(DISTINCT id)::int AS distinct FROM state WHERE role = 'effect'`,
    );
    return rows[0] ?? { all: -1, distinct: -1 };
  });
}

export function summary(waits: readonly number[]) {
  const [p50, p90, p99, max] = [50, 90, 99, 100].map((percent) => Number(percentile(waits, percent).toFixed(2)));
  return { p50, p90, p99, max };
}
