import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { eventually } from '@foundnow/testing';
import { deadLetterTopicOf, MESSAGE_HEADER, type MessageBus } from '../../src/index.ts';
import { Ledger } from '../ledger.ts';
import { SampleConsumer } from '../sample-consumer.ts';
import { aMessage, freshGroup } from '../sample-messages.ts';
import { type KafkaHarness, startKafkaHarness } from './kafka-harness.ts';
import { PlainKafka } from './plain-kafka.ts';
import { writeStoredCodecs } from './stored-codecs.ts';

const PATIENCE = { timeoutMs: 60_000 };
const body = (seq: number) => JSON.stringify({ name: 'sample.made', seq });

describe('what others write to our topics', () => {
  let harness: KafkaHarness;
  let bus: MessageBus;
  let plain: PlainKafka;
  beforeAll(async () => {
    harness = startKafkaHarness();
    bus = await harness.createBus();
    plain = new PlainKafka(harness.brokers);
    writeStoredCodecs();
  });
  afterAll(async () => {
    await bus.close();
    await harness.close();
  }, 120_000);

  it('reaches our handlers without a single header, under an id that stays the same', async () => {
    const topic = await harness.createTopic(1);
    const consumer = await SampleConsumer.start({ bus, group: freshGroup('bare'), topics: [topic] });
    await plain.send(topic, [{ key: 'a', value: body(1) }]);
    await eventually(() => expect(consumer.handled).toEqual(['a:1']), PATIENCE);
    const again = new Ledger();
    await bus.subscribe({ group: freshGroup('again'), topics: [topic] }, again.take);
    await eventually(() => expect(again.messages).toHaveLength(1), PATIENCE);
    expect([...again.eventIds]).toEqual(consumer.contexts.map((context) => context.eventId));
  });

  it('goes to the dead letters when it is no event, and holds nobody up', async () => {
    const topic = await harness.createTopic(1);
    const dead = new Ledger();
    await bus.subscribe({ group: freshGroup('dead'), topics: [deadLetterTopicOf(topic)] }, dead.take);
    const consumer = await SampleConsumer.start({ bus, group: freshGroup('hostile'), topics: [topic] });
    const hostile = {
      ...Object.fromEntries([['__proto__', 'x'] as const]),
      ce_id: Buffer.from([0xff, 0xfe]),
      ce_time: 'never',
      ce_type: ['sample.made', 'sample.made'],
      toString: 'x',
      'x-binary': Buffer.alloc(1000, 0xff),
    };
    await plain.send(topic, [
      { key: null, value: null },
      { key: Buffer.from([0xc3, 0x28]), value: Buffer.from([0, 1, 2]), headers: hostile },
      { key: 'a', value: '', timestamp: '1', headers: { 'fn-dlq-offset': 'none' } },
      { key: 'a', value: body(7) },
    ]);
    await eventually(() => expect(consumer.handled).toEqual(['a:7']), PATIENCE);
    await eventually(() => expect(dead.messages).toHaveLength(3), PATIENCE);
    for (const { headers } of dead.messages) expect(headers[MESSAGE_HEADER.code]).toBe('sample.garbled');
    expect(dead.messages.map(({ value }) => [...value])).toEqual([[], [0, 1, 2], []]);
  });

  it.each([
    ['gzip', 1],
    ['snappy', 2],
    ['lz4', 3],
    ['zstd', 4],
  ])('is read when it is compressed by %s', async (_, codec) => {
    const topic = await harness.createTopic(1);
    await plain.send(
      topic,
      Array.from({ length: 50 }, (_unused, seq) => ({ key: 'a', value: body(seq) })),
      codec,
    );
    const ledger = new Ledger();
    await bus.subscribe({ group: freshGroup('codec'), topics: [topic] }, ledger.take);
    await eventually(() => expect(ledger.faults(new Map([['a', 50]]))).toEqual([]), PATIENCE);
  });

  it.each(['none', 'gzip', 'zstd'] as const)('and we write is the same when ours is compressed by %s', async (name) => {
    const topic = await harness.createTopic(1);
    const writer = await harness.createBus({ compression: name });
    await writer.publish(Array.from({ length: 200 }, (_, seq) => aMessage(topic, 'a', { seq })));
    await writer.close();
    const ledger = new Ledger();
    await bus.subscribe({ group: freshGroup('ours'), topics: [topic] }, ledger.take);
    await eventually(() => expect(ledger.faults(new Map([['a', 200]]))).toEqual([]), PATIENCE);
  });
});
