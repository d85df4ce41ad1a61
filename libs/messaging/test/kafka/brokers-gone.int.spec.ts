import { randomBytes } from 'node:crypto';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { eventually } from '@foundnow/testing';
import { type KafkaCluster, startKafka } from '@foundnow/testing/brokers';
import type { MessageBus } from '../../src/index.ts';
import { createKafkaBus, provisionKafkaTopics } from '../../src/kafka/index.ts';
import { Ledger } from '../ledger.ts';
import { aMessage, freshGroup } from '../sample-messages.ts';
import { QUICK } from './kafka-harness.ts';

const TOPIC = 'brokers-gone';

describe('brokers that go away and stay away', () => {
  let cluster: KafkaCluster;
  let bus: MessageBus;
  const problems: string[] = [];
  beforeEach(async () => {
    cluster = await startKafka();
    const connection = { brokers: cluster.brokers };
    await provisionKafkaTopics(connection, [{ name: TOPIC, partitions: 1, retentionMs: 3_600_000, groups: [] }]);
    bus = createKafkaBus({
      connection,
      clientId: 'fn-test',
      timings: QUICK,
      bufferBytes: 1_000_000,
      onProblem: (problem) => problems.push(problem),
    });
  }, 180_000);
  afterEach(async () => {
    await bus.close();
    await cluster.stop();
  }, 120_000);

  it('are told of as the loss of the group', async () => {
    const ledger = new Ledger();
    await bus.subscribe({ group: freshGroup('gone'), topics: [TOPIC] }, ledger.take);
    await bus.publish([aMessage(TOPIC, 'a')]);
    await eventually(() => expect(ledger.messages).toHaveLength(1), { timeoutMs: 60_000 });
    await cluster.nodes[0]?.kill();
    await eventually(() => expect(problems).toContain('group-session'), { timeoutMs: 30_000 });
  }, 180_000);

  it('end a reading that wants an end, instead of leaving it waiting without a word', async () => {
    for (let batch = 0; batch < 40; batch += 1) {
      const large = { value: randomBytes(900_000) };
      await bus.publish([{ ...aMessage(TOPIC, 'a', { seq: batch }), ...large }]);
    }
    const reading = bus.read({ topics: [TOPIC], from: 'beginning', follow: false })[Symbol.asyncIterator]();
    expect((await reading.next()).done).toBe(false);
    await cluster.nodes[0]?.kill();
    const rest = async (): Promise<void> => {
      while (!(await reading.next()).done);
    };
    await expect(rest()).rejects.toMatchObject({ code: 'bus.unavailable' });
  }, 180_000);
});
