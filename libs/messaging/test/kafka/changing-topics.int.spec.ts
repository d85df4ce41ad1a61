import { uuidv7 } from '@foundnow/kernel';
import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { eventually } from '@foundnow/testing';
import { MessagesRefused, type MessageBus } from '../../src/index.ts';
import { provisionKafkaTopics } from '../../src/kafka/index.ts';
import { Ledger } from '../ledger.ts';
import { aMessage, freshGroup } from '../sample-messages.ts';
import { type KafkaHarness, QUICK, startKafkaHarness } from './kafka-harness.ts';
import { PlainKafka } from './plain-kafka.ts';

const PATIENCE = { timeoutMs: 60_000 };
const HOUR = 3_600_000;

describe('a topic of Kafka', () => {
  let harness: KafkaHarness;
  let plain: PlainKafka;
  const open: MessageBus[] = [];
  beforeAll(() => {
    harness = startKafkaHarness();
    plain = new PlainKafka(harness.brokers);
  });
  afterEach(async () => {
    await Promise.all(open.splice(0).map((bus) => bus.close()));
  }, 120_000);
  afterAll(() => harness.close(), 120_000);

  const newBus = async (onProblem: (problem: string, error: unknown) => void = () => undefined) => {
    const bus = await harness.createBus({ onProblem });
    open.push(bus);
    return bus;
  };
  const create = (name: string) =>
    provisionKafkaTopics({ brokers: harness.brokers }, [{ name, partitions: 1, retentionMs: HOUR, groups: [] }]);

  it('that is missing is named, with what makes it, and is used as soon as it is there', async () => {
    const bus = await newBus();
    const topic = `later.${uuidv7.next()}`;
    const command = new RegExp(`no such topic.*"${topic}".*kafka-topics\\.sh .*--create --topic ${topic}`);
    await expect(bus.publish([aMessage(topic, 'a')])).rejects.toThrow(command);
    await expect(bus.subscribe({ group: 'g', topics: [topic] }, async () => undefined)).rejects.toThrow(command);
    await expect(bus.lag('g', [topic])).rejects.toMatchObject({ code: 'bus.missing', kind: 'dependency' });
    await create(topic);
    const ledger = new Ledger();
    await bus.subscribe({ group: freshGroup('later'), topics: [topic] }, ledger.take);
    await bus.publish([aMessage(topic, 'a', { seq: 0 })]);
    await eventually(() => expect(ledger.seqs('a')).toEqual([0]), PATIENCE);
    await plain.remove([topic]);
  });

  it('that is missing holds up nobody who publishes to others', async () => {
    const bus = await newBus();
    const topic = await harness.createTopic(1);
    const settled: string[] = [];
    const missing = Array.from({ length: 20 }, () =>
      bus.publish([aMessage(`missing.${uuidv7.next()}`, 'a')]).catch(() => settled.push('missing')),
    );
    await bus.publish([aMessage(topic, 'a')]).then(() => settled.push('there'));
    await Promise.all(missing);
    expect(settled.toSorted()).toEqual([...Array.from({ length: 20 }, () => 'missing'), 'there']);
  });

  it('that takes less than ours do refuses the message that is too large, and that one alone', async () => {
    const bus = await newBus();
    const topic = await harness.createTopic(1);
    await plain.setSettings(topic, { 'max.message.bytes': '20000' });
    const large = { ...aMessage(topic, 'large'), value: Buffer.alloc(50_000, uuidv7.next()) };
    const noise = {
      ...large,
      value: Buffer.from(Array.from({ length: 50_000 }, () => Math.floor(Math.random() * 256))),
    };
    const others = [1, 2, 3].map((seq) => bus.publish([aMessage(topic, 'a', { seq })]));
    const refused = bus.publish([noise]);
    await expect(refused).rejects.toBeInstanceOf(MessagesRefused);
    await expect(refused).rejects.toMatchObject({ refused: [noise], message: expect.stringContaining(topic) });
    await Promise.all(others);
    const ledger = new Ledger();
    await bus.subscribe({ group: freshGroup('lowered'), topics: [topic] }, ledger.take);
    await eventually(() => expect(ledger.seqs('a')).toEqual([1, 2, 3]), PATIENCE);
  });

  it('whose unread messages retention took is read on from what is left, and that is told', async () => {
    const problems: string[] = [];
    const bus = await newBus((_, error) => problems.push(String(error)));
    const topic = await harness.createTopic(1);
    const group = freshGroup('retention');
    const ledger = new Ledger();
    const first = await bus.subscribe({ group, topics: [topic] }, ledger.take);
    await bus.publish([0, 1].map((seq) => aMessage(topic, 'a', { seq })));
    await eventually(() => expect(ledger.seqs('a')).toEqual([0, 1]), PATIENCE);
    await first.stop();
    await bus.publish([2, 3, 4, 5].map((seq) => aMessage(topic, 'a', { seq })));
    await plain.deleteBefore(topic, '5');
    await bus.subscribe({ group, topics: [topic] }, ledger.take);
    await eventually(() => expect(ledger.seqs('a')).toEqual([0, 1, 5]), PATIENCE);
    expect(problems).toEqual([expect.stringContaining(`Retention took 3 unread messages of ${topic}/0`)]);
  });

  it('that was made anew is read anew, not from where the old one ended', async () => {
    const problems: string[] = [];
    const bus = await newBus((_, error) => problems.push(String(error)));
    const topic = `anew.${uuidv7.next()}`;
    const group = freshGroup('anew');
    await create(topic);
    const old = new Ledger();
    const first = await bus.subscribe({ group, topics: [topic] }, old.take);
    await bus.publish([0, 1, 2, 3].map((seq) => aMessage(topic, 'old', { seq })));
    await eventually(() => expect(old.seqs('old')).toEqual([0, 1, 2, 3]), PATIENCE);
    await first.stop();
    await plain.remove([topic]);
    await eventually(async () => expect((await create(topic)).created).toEqual([topic]), PATIENCE);
    const writer = await newBus();
    await writer.publish([0, 1].map((seq) => aMessage(topic, 'new', { seq })));
    const ledger = new Ledger();
    await writer.subscribe({ group, topics: [topic] }, ledger.take);
    await eventually(() => expect(ledger.seqs('new')).toEqual([0, 1]), PATIENCE);
    await writer.publish([aMessage(topic, 'new', { seq: 2 })]);
    await eventually(() => expect(ledger.seqs('new')).toEqual([0, 1, 2]), PATIENCE);
    await plain.remove([topic]);
  }, 120_000);

  it('that gets more partitions is read with all of them, without a restart', async () => {
    const bus = await harness.createBus({ timings: { ...QUICK, metadataMs: 1000 } });
    open.push(bus);
    const topic = await harness.createTopic(1);
    const ledger = new Ledger();
    await bus.subscribe({ group: freshGroup('grown'), topics: [topic] }, ledger.take);
    await plain.asAdmin((admin) => admin.createPartitions({ topicPartitions: [{ topic, count: 3 }] }));
    await plain.send(topic, [{ key: 'a', value: '{"name":"sample.made","seq":0}', partition: 2 }]);
    await eventually(() => expect(ledger.seqs('a')).toEqual([0]), PATIENCE);
    expect(ledger.messages[0]?.partition).toBe(2);
  });
});
