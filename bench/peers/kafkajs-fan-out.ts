import { type Consumer, Kafka, logLevel, Partitioners, type Producer } from 'kafkajs';
import type { LOAD } from '../harness/fan-out.ts';
import { inLanes, within } from '../harness/lanes.ts';
import { OrderLedger } from '../harness/order-ledger.ts';
import { rate } from '../harness/statistics.ts';

/** Three groups of plain kafkajs the fast way: whole batches, resolved as one, committed by itself. */
export async function kafkajsFanOut(
  brokers: string[],
  topic: string,
  groups: readonly string[],
  load: typeof LOAD & { readonly messages: number },
): Promise<number> {
  const kafka = new Kafka({ clientId: 'bench-peer', brokers, logLevel: logLevel.NOTHING });
  const producer = kafka.producer({ createPartitioner: Partitioners.DefaultPartitioner });
  await producer.connect();
  const started = Promise.withResolvers<void>();
  const finished = Promise.withResolvers<void>();
  const ledgers = groups.map(() => new OrderLedger());
  const seen = () => Math.min(...ledgers.map((ledger) => ledger.distinct));
  const tell = () => {
    if (seen() >= load.lanes) started.resolve();
    if (seen() >= load.messages) finished.resolve();
  };
  const consumers = await Promise.all(
    groups.map((group, index) => consume(kafka, `${group}.${topic}`, topic, ledgers[index] ?? new OrderLedger(), tell)),
  );
  const perLane = load.messages / load.lanes;
  const bodies = Buffer.alloc(load.bytes, crypto.randomUUID());
  // The first batch of each lane is the warm-up: the clock starts when every group has it.
  await inLanes(load.lanes, (lane) => send(producer, topic, batchOf(load, bodies, lane, 0, 1)));
  await within(60_000, 'kafkajs joining', started.promise);
  const start = performance.now();
  await inLanes(load.lanes, async (lane) => {
    for (let sent = 1; sent < perLane; sent += load.batch) {
      await send(producer, topic, batchOf(load, bodies, lane, sent, Math.min(load.batch, perLane - sent)));
    }
  });
  await within(120_000, 'kafkajs', finished.promise);
  const perSecond = rate(load.messages, start);
  await Promise.all([producer.disconnect(), ...consumers.map((consumer) => consumer.disconnect())]);
  return perSecond;
}

async function send(producer: Producer, topic: string, messages: { key: string; value: Buffer }[]): Promise<void> {
  await producer.send({ topic, acks: -1, messages });
}

function batchOf(load: typeof LOAD, filler: Buffer, lane: number, from: number, size: number) {
  return Array.from({ length: size }, (_, index) => {
    const value = Buffer.from(filler);
    value.writeUInt32BE(Math.floor((from + index) / load.keysPerLane) + 1, 0);
    return { key: `${lane}/${(from + index) % load.keysPerLane}`, value };
  });
}

async function consume(
  kafka: Kafka,
  groupId: string,
  topic: string,
  ledger: OrderLedger,
  tell: () => void,
): Promise<Consumer> {
  const consumer = kafka.consumer({ groupId });
  await consumer.connect();
  await consumer.subscribe({ topic, fromBeginning: true });
  await consumer.run({
    eachBatch: async (payload) => {
      const { batch } = payload;
      for (const { key, value } of batch.messages) ledger.see(String(key), value?.readUInt32BE(0) ?? 0);
      payload.resolveOffset(batch.lastOffset());
      tell();
    },
  });
  return consumer;
}
