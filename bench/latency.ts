import { EventDecoder, lockfileSchemaIds } from '@foundnow/contracts';
import { goldenExample } from '@foundnow/contracts/testing';
import { createEmbeddedBus } from '@foundnow/messaging';
import { Inbox, OutboxRelay, OutboxWriter } from '@foundnow/outbox';
import { withClient } from '@foundnow/postgres';
import { within } from './harness/lanes.ts';
import { numberedId } from './harness/numbered-id.ts';
import { openLoop } from './harness/open-loop.ts';
import { openOutboxBench, type OutboxBench } from './harness/outbox-bench.ts';
import type { Row } from './harness/row.ts';
import { incompressible } from './harness/sample-message.ts';
import { median, percentile } from './harness/statistics.ts';
import { pgBossLatency } from './peers/pg-boss-latency.ts';

const PER_SECOND = 200;
/** Each round begins with events that are not counted: partitions are being claimed, code is being compiled. */
const WARM_UP_SECONDS = 1;
const BYTES = 800;
const example = goldenExample('post.created');

export const latency: Row = {
  name: 'latency',
  about: 'from COMMIT to the handler at 200 events/s, through outbox, relay, bus and inbox (p99)',
  unit: 'ms',
  peerName: 'pg-boss 12, sent in the transaction, workers woken by NOTIFY',
  bound: { of: 'measured', atMost: 50 },
  async run({ quick, progress, database, closing }) {
    const seconds = quick ? 4 : 30;
    const rounds = quick ? 2 : 3;
    const bench = await openOutboxBench(await database());
    closing.defer(() => bench.close());
    const peerUrl = (await database()).adminUrl;
    await prepareState(bench);
    const load = { perSecond: PER_SECOND, warmUpSeconds: WARM_UP_SECONDS, seconds, body: incompressible(BYTES) };
    const ours: number[][] = [];
    const peer: number[][] = [];
    for (let round = 0; round < rounds; round += 1) {
      ours.push(await commitToHandler(bench, seconds, round));
      peer.push(await pgBossLatency(peerUrl, true, load));
      progress(`p99 ${percentile(ours.at(-1) ?? [], 99)} ms beside ${percentile(peer.at(-1) ?? [], 99)} ms`);
    }
    const polled = await pgBossLatency(peerUrl, false, { ...load, seconds: 2 });
    const effects = await countEffects(bench);
    const expected = PER_SECOND * seconds * rounds;
    const sent = PER_SECOND * (WARM_UP_SECONDS + seconds) * rounds;
    return {
      measured: median(ours.map((waits) => percentile(waits, 99))),
      peer: median(peer.map((waits) => percentile(waits, 99))),
      checks: {
        everyEventMeasured: ours.flat().length === expected && ours.flat().every((wait) => wait >= 0),
        everyEffectOnce: effects.all === sent && effects.distinct === sent,
        peerMeasured: peer.flat().length === expected && peer.flat().every((wait) => wait >= 0),
      },
      details: {
        perSecond: PER_SECOND,
        seconds: seconds * rounds,
        ours: summary(ours.flat()),
        pgBoss: summary(peer.flat()),
        pgBossPollingEachHalfSecond: summary(polled),
      },
    };
  },
};

function summary(waits: readonly number[]) {
  const [p50, p90, p99, max] = [50, 90, 99, 100].map((percent) => Number(percentile(waits, percent).toFixed(2)));
  return { p50, p90, p99, max };
}

async function prepareState({ service }: OutboxBench): Promise<void> {
  await withClient(service.ownerUrl, (client) => client.query('CREATE TABLE state (id text, role text)'));
}

/** One open loop: what a service does per command on one side, what a handler does per event on the other. */
async function commitToHandler(bench: OutboxBench, seconds: number, round: number): Promise<number[]> {
  const { database, schema } = bench;
  const relay = new OutboxRelay({ ...relayOptions(bench) });
  const writer = new OutboxWriter({ schema, service: 'fn-posts', wake: () => relay.wake() });
  const committing = new Map<string, number>();
  const waits = new Map<string, number>();
  const { promise: all, resolve } = Promise.withResolvers<void>();
  const total = PER_SECOND * (WARM_UP_SECONDS + seconds);
  const consumer = await consume(bench, `latency-${round}`, (key, now) => {
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
  await consumer.close();
  return Array.from({ length: PER_SECOND * seconds }, (_, n) => {
    return waits.get(keyOf(round, PER_SECOND * WARM_UP_SECONDS + n)) ?? Number.NaN;
  });
}

function keyOf(round: number, n: number): string {
  return numberedId(round * 1_000_000 + n);
}

function relayOptions({ service, schema, bus }: OutboxBench) {
  return { url: service.appUrl, schema, bus, schemaIds: lockfileSchemaIds() };
}

/** The handler is entered when its transaction is open and the inbox has let the event pass. */
async function consume(
  { busRoles, database, schema }: OutboxBench,
  group: string,
  entered: (key: string, now: number) => void,
) {
  const bus = createEmbeddedBus({ url: busRoles.appUrl });
  const inbox = new Inbox(database, schema);
  const decoder = new EventDecoder(lockfileSchemaIds());
  await bus.subscribe({ group, topics: ['posts.events'], startAt: 'end' }, async ({ key, value, attributes }) => {
    await decoder.decode(value);
    await inbox.run({ group, generation: 0, eventId: attributes.id }, { worker: 'bench' }, async (tx) => {
      entered(key, performance.now());
      await tx.query('INSERT INTO state VALUES ($1, $2)', [key, 'effect']);
    });
  });
  return bus;
}

async function countEffects({ service }: OutboxBench): Promise<{ all: number; distinct: number }> {
  return withClient(service.appUrl, async (client) => {
    const { rows } = await client.query<{ all: number; distinct: number }>(
      `SELECT count(*)::int AS all, count(DISTINCT id)::int AS distinct FROM state WHERE role = 'effect'`,
    );
    return rows[0] ?? { all: -1, distinct: -1 };
  });
}
