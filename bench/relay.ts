import { encodeEvent, EventDecoder, frame, lockfileSchemaIds, type EventMap } from '@foundnow/contracts';
import { goldenExample } from '@foundnow/contracts/testing';
import { OutboxRelay, OutboxWriter, type AnyOutgoingEvent } from '@foundnow/outbox';
import { withClient } from '@foundnow/postgres';
import { within } from './harness/lanes.ts';
import { numberedId } from './harness/numbered-id.ts';
import { OrderLedger } from './harness/order-ledger.ts';
import { openOutboxBench, type OutboxBench } from './harness/outbox-bench.ts';
import type { Row } from './harness/row.ts';
import { inTurn, median, rate } from './harness/statistics.ts';
import { openPgBoss } from './peers/pg-boss.ts';
import { PgBossDrain } from './peers/pg-boss-drain.ts';

/** Most that either side takes at once. */
const BATCH = 500;
const KEYS = 997;
const CHUNK = 500;
/** Beside ours, so that the audit reads only what the relay published. */
const PEER_TOPIC = 'peer.events';
const example = goldenExample('post.created');

export const relay: Row = {
  name: 'relay',
  about: 'take events from a full outbox and publish them on the embedded bus, durably and in order',
  unit: 'events/s',
  peerName: 'pg-boss 12 doing the same: fetch in order per key, publish on the same bus, complete',
  bound: { of: 'ratio', atLeast: 3 },
  async run({ quick, progress, database, closing }) {
    const events = quick ? 40_000 : 60_000;
    const bench = await openOutboxBench(await database());
    closing.defer(() => bench.close());
    const ids = lockfileSchemaIds();
    const { recordName, version, body } = encodeEvent('post.created', example);
    const bytes = frame(ids.idOf(recordName, version), body).length;
    const peerUrl = (await database()).adminUrl;
    const boss = await openPgBoss(peerUrl);
    closing.defer(() => boss.stop({ graceful: true, timeout: 5_000 }));
    const plain = await PgBossDrain.open(boss, { url: peerUrl, queue: 'plain', bytes });
    const ordered = await PgBossDrain.open(boss, { url: peerUrl, queue: 'ordered', bytes, orderedKeys: KEYS });
    const drained = async (queue: PgBossDrain, deliver?: Deliver): Promise<number> => {
      await queue.fill(events);
      return queue.drain(events, BATCH, deliver);
    };
    const filled = { total: 0 };
    const result = await inTurn(
      5,
      async () => {
        await fill(bench, events, filled);
        const perSecond = await drain(bench, events);
        progress(`${perSecond} events/s`);
        return perSecond;
      },
      async () => {
        const perSecond = await drained(ordered, publisherTo(bench, bytes));
        progress(`${perSecond} jobs/s through pg-boss`);
        return perSecond;
      },
    );
    const fetchedOnly = async (queue: PgBossDrain) => {
      const rounds: number[] = [];
      for (let round = 0; round < (quick ? 1 : 3); round += 1) rounds.push(await drained(queue));
      const perSecond = median(rounds);
      return { perSecond, ratio: result.a / perSecond };
    };
    const { ledger, left } = await audit(bench);
    return {
      measured: result.a,
      peer: result.b,
      checks: {
        outboxEmpty: left === 0,
        nothingMissing: ledger.distinct === filled.total,
        nothingTwice: ledger.duplicates === 0,
        orderPerKey: ledger.inversions === 0,
      },
      details: {
        events,
        batch: BATCH,
        bytes,
        keys: KEYS,
        ratios: result.ratios,
        // Less work than ours: what is fetched is thrown away.
        pgBossFetchedOnly: { inOrderPerKey: await fetchedOnly(ordered), inNoOrder: await fetchedOnly(plain) },
      },
    };
  },
};

type Deliver = NonNullable<Parameters<PgBossDrain['drain']>[2]>;

/** Hands jobs to the bus as the relay hands events: same size, same attributes. */
function publisherTo({ bus }: OutboxBench, bytes: number): Deliver {
  const value = new Uint8Array(bytes);
  return (jobs) =>
    bus.publish(
      jobs.map(({ id, key }) => ({
        topic: PEER_TOPIC,
        key,
        value,
        attributes: {
          id,
          type: 'post.created',
          source: '/foundnow/fn-posts',
          time: new Date().toISOString(),
          subject: key,
          dataschema: 'foundnow.posts.PostCreated/v1',
          contentType: 'application/avro',
          correlationId: id,
        },
      })),
    );
}

/** Through the writer of the services, many events per transaction: only taking them out is measured. */
async function fill(
  { adminUrl, database, schema }: OutboxBench,
  events: number,
  filled: { total: number },
): Promise<void> {
  const writer = new OutboxWriter({ schema, service: 'fn-posts' });
  for (let done = 0; done < events; done += CHUNK) {
    const size = Math.min(CHUNK, events - done);
    const batch = Array.from({ length: size }, () => eventOf(filled.total++));
    await database.transaction({ worker: 'bench' }, (tx) => writer.append(tx, batch));
  }
  await withClient(adminUrl, (client) => client.query('VACUUM (ANALYZE)'));
}

/** The n-th event of all: its key gets its versions in order. */
function eventOf(n: number): AnyOutgoingEvent {
  const key = numberedId(n % KEYS);
  const payload: EventMap['post.created'] = {
    ...example,
    postId: key,
    aggregateVersion: Math.floor(n / KEYS) + 1,
  };
  return { name: 'post.created', key, payload };
}

async function drain({ service, schema, bus }: OutboxBench, events: number): Promise<number> {
  const { promise: empty, resolve } = Promise.withResolvers<void>();
  let deleted = 0;
  const relay = new OutboxRelay({
    url: service.appUrl,
    schema,
    bus,
    schemaIds: lockfileSchemaIds(),
    batchSize: BATCH,
    metrics: {
      // Reported once the deletion is durable.
      published: ({ count }) => {
        deleted += count;
        if (deleted === events) resolve();
      },
      backlog: () => undefined,
      quarantined: () => undefined,
      retried: () => undefined,
      leading: () => undefined,
    },
  });
  const start = performance.now();
  relay.start();
  await within(120_000, 'draining the outbox', empty);
  const perSecond = rate(events, start);
  await relay.stop();
  return perSecond;
}

/** Reads the whole log back and lets every event say which it is. */
async function audit({ bus, service, schema }: OutboxBench): Promise<{ ledger: OrderLedger; left: number }> {
  const ledger = new OrderLedger();
  const decoder = new EventDecoder(lockfileSchemaIds());
  for await (const { key, value } of bus.read({ topics: ['posts.events'], from: 'beginning', follow: false })) {
    const { payload } = await decoder.decode(value);
    ledger.see(key, 'aggregateVersion' in payload ? payload.aggregateVersion : 0);
  }
  const left = await withClient(service.appUrl, async (client) => {
    const { rows } = await client.query<{ left: number }>(`SELECT count(*)::int AS left FROM ${schema}.outbox`);
    return rows[0]?.left ?? -1;
  });
  return { ledger, left };
}
