import { createEmbeddedBus, migrateBus, type BusMessage, type EmbeddedBus } from '@foundnow/messaging';
import { inLanes, within } from './harness/lanes.ts';
import { OrderLedger } from './harness/order-ledger.ts';
import type { Row } from './harness/row.ts';
import { numberOf, sampleMessage } from './harness/sample-message.ts';
import { inTurn, rate } from './harness/statistics.ts';
import { PgBossFanOut } from './peers/pg-boss-fan-out.ts';

const GROUPS = ['group-a', 'group-b', 'group-c'];
/** Messages that reach every partition before anything is measured. */
const WARM_UP = 200;
/** Alike on both sides: producers at once, messages per call, bytes per message. */
export const LOAD = { lanes: 4, batch: 100, bytes: 800, keysPerLane: 64 };

export const embeddedBus: Row = {
  name: 'embedded-bus',
  about: 'publish and consume with three groups on the embedded bus',
  unit: 'msg/s',
  peerName: 'pg-boss 12, batches inserted into 3 queues',
  bound: { of: 'ratio', atLeast: 5 },
  async run({ quick, progress, database, closing }) {
    const messages = quick ? 12_000 : 40_000;
    const bus = await (await database()).provision('bus');
    await migrateBus(bus.ownerUrl);
    const peer = await PgBossFanOut.open((await database()).adminUrl, GROUPS, LOAD);
    closing.defer(() => peer.close());
    const faults = { missing: 0, inversions: 0 };
    const result = await inTurn(
      5,
      async () => {
        const run = await fanOut(bus.appUrl, messages);
        for (const ledger of run.ledgers) {
          faults.missing += WARM_UP + messages - ledger.distinct;
          faults.inversions += ledger.inversions;
        }
        progress(`${run.perSecond} msg/s to each of three groups`);
        return run.perSecond;
      },
      async () => {
        const perSecond = await peer.insertAndWork(messages);
        progress(`${perSecond} msg/s in pg-boss`);
        return perSecond;
      },
    );
    const onePublish = await peer.publishAndWork(Math.ceil(messages / 10));
    return {
      measured: result.a,
      peer: result.b,
      checks: { nothingMissing: faults.missing === 0, orderPerKey: faults.inversions === 0 },
      details: { ...LOAD, messages, groups: GROUPS.length, ratios: result.ratios, pgBossPublish: onePublish },
    };
  },
};

/** A topic of its own per run; the clock starts when all groups have taken all partitions. */
async function fanOut(url: string, messages: number): Promise<{ perSecond: number; ledgers: OrderLedger[] }> {
  const topic = `bench.${crypto.randomUUID()}`;
  const buses = GROUPS.map(() => createEmbeddedBus({ url }));
  const producer = createEmbeddedBus({ url });
  const consumers = await Promise.all(buses.map((bus, index) => consume(bus, GROUPS[index] ?? '', topic)));
  const allHave = (count: number) => Promise.all(consumers.map(({ has }) => within(120_000, 'consuming', has(count))));
  await producer.publish(warmUp(topic));
  await allHave(WARM_UP);
  const start = performance.now();
  await inLanes(LOAD.lanes, (lane) => publishLane(producer, topic, lane, messages / LOAD.lanes));
  await allHave(WARM_UP + messages);
  const perSecond = rate(messages, start);
  await Promise.all([producer, ...buses].map((bus) => bus.close()));
  return { perSecond, ledgers: consumers.map(({ ledger }) => ledger) };
}

function warmUp(topic: string): BusMessage[] {
  return Array.from({ length: WARM_UP }, (_, n) => sampleMessage(topic, `warm-up-${n}`, 1, Buffer.alloc(LOAD.bytes)));
}

async function consume(bus: EmbeddedBus, group: string, topic: string) {
  const ledger = new OrderLedger();
  let seen = 0;
  let wanted = { count: Infinity, resolve: (): void => undefined };
  await bus.subscribe({ group, topics: [topic] }, async ({ key, value }) => {
    ledger.see(key, numberOf(value));
    seen += 1;
    if (seen >= wanted.count) wanted.resolve();
  });
  const has = (count: number) =>
    new Promise<void>((resolve) => {
      wanted = { count, resolve };
      if (seen >= count) resolve();
    });
  return { ledger, has };
}

/** Each lane has keys of its own, so that their order is defined. */
async function publishLane(bus: EmbeddedBus, topic: string, lane: number, messages: number): Promise<void> {
  const filler = Buffer.alloc(LOAD.bytes, crypto.randomUUID());
  for (let sent = 0; sent < messages; sent += LOAD.batch) {
    const size = Math.min(LOAD.batch, messages - sent);
    const batch = Array.from({ length: size }, (_, index) => {
      const at = sent + index;
      const key = `${lane}/${at % LOAD.keysPerLane}`;
      return sampleMessage(topic, key, Math.floor(at / LOAD.keysPerLane) + 1, filler);
    });
    await bus.publish(batch);
  }
}
