import type { BusMessage, MessageBus } from '@foundnow/messaging';
import { inLanes, within } from './lanes.ts';
import { OrderLedger } from './order-ledger.ts';
import { numberOf, sampleMessage } from './sample-message.ts';
import { rate } from './statistics.ts';

export const GROUPS = ['group-a', 'group-b', 'group-c'];
/** Messages that reach every partition before anything is measured. */
const WARM_UP = 200;
/** Alike on all sides: producers at once, messages per call, bytes per message. */
export const LOAD = { lanes: 4, batch: 100, bytes: 800, keysPerLane: 64 };

export interface FanOutRun {
  readonly perSecond: number;
  readonly missing: number;
  readonly inversions: number;
}

/** Publishes to a topic that nobody used; the clock starts when all groups have taken all partitions. */
export async function fanOut(open: () => MessageBus, topic: string, messages: number): Promise<FanOutRun> {
  const buses = GROUPS.map(open);
  const producer = open();
  const consumers = await Promise.all(buses.map((bus, index) => consume(bus, `${GROUPS[index]}.${topic}`, topic)));
  const allHave = (count: number) => Promise.all(consumers.map(({ has }) => within(120_000, 'consuming', has(count))));
  await producer.publish(warmUp(topic));
  await allHave(WARM_UP);
  const start = performance.now();
  await inLanes(LOAD.lanes, (lane) => publishLane(producer, topic, lane, messages / LOAD.lanes));
  await allHave(WARM_UP + messages);
  const perSecond = rate(messages, start);
  await Promise.all([producer, ...buses].map((bus) => bus.close()));
  const ledgers = consumers.map(({ ledger }) => ledger);
  return {
    perSecond,
    missing: ledgers.reduce((sum, ledger) => sum + WARM_UP + messages - ledger.distinct, 0),
    inversions: ledgers.reduce((sum, ledger) => sum + ledger.inversions, 0),
  };
}

/** What may not happen in any run. */
export class Faults {
  missing = 0;
  inversions = 0;

  add(run: FanOutRun): void {
    this.missing += run.missing;
    this.inversions += run.inversions;
  }

  get checks() {
    return { nothingMissing: this.missing === 0, orderPerKey: this.inversions === 0 };
  }
}

function warmUp(topic: string): BusMessage[] {
  return Array.from({ length: WARM_UP }, (_, n) => sampleMessage(topic, `warm-up-${n}`, 1, Buffer.alloc(LOAD.bytes)));
}

async function consume(bus: MessageBus, group: string, topic: string) {
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
async function publishLane(bus: MessageBus, topic: string, lane: number, messages: number): Promise<void> {
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
