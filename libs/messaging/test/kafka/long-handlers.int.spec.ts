import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { eventually } from '@foundnow/testing';
import type { DeliveredMessage, MessageBus } from '../../src/index.ts';
import { Ledger } from '../ledger.ts';
import { aMessage, freshGroup, keysApart, seqOf } from '../sample-messages.ts';
import { type KafkaHarness, QUICK, startKafkaHarness } from './kafka-harness.ts';
import { PlainKafka } from './plain-kafka.ts';

describe('a handler that takes longer than the session of its group', () => {
  let harness: KafkaHarness;
  let bus: MessageBus;
  const problems: unknown[] = [];
  beforeAll(async () => {
    harness = startKafkaHarness();
    bus = await harness.createBus({ bufferMessages: 40, onProblem: (...problem) => problems.push(problem) });
  });
  afterAll(async () => {
    await bus.close();
    await harness.close();
  }, 120_000);

  const membersOf = async (group: string): Promise<string[]> => {
    const plain = new PlainKafka(harness.brokers);
    const { groups } = await plain.asAdmin((admin) => admin.describeGroups([group]));
    expect(groups[0]?.state).toBe('Stable');
    return groups.flatMap(({ members }) => members.map(({ memberId }) => memberId));
  };

  it('keeps its member in the group; other partitions go on; its message is not delivered twice', async () => {
    const topic = await harness.createTopic(4);
    const group = freshGroup('long');
    const [slow, quick] = keysApart(2, 4) as [string, string];
    const gate = Promise.withResolvers<void>();
    const began = new Ledger();
    const ended = new Ledger();
    const signals: AbortSignal[] = [];
    await bus.subscribe({ group, topics: [topic] }, async (message: DeliveredMessage, { signal }) => {
      await began.take(message);
      signals.push(signal);
      if (message.key === slow && seqOf(message) === 0) await gate.promise;
      await ended.take(message);
    });
    // Far more than the buffers hold, so that the partition of the slow one is paused.
    await bus.publish(Array.from({ length: 400 }, (_, seq) => aMessage(topic, slow, { seq })));
    await eventually(() => expect(began.seqs(slow)).toEqual([0]), { timeoutMs: 60_000 });
    const members = await membersOf(group);
    let seq = 0;
    const until = performance.now() + QUICK.sessionMs * 1.5;
    await eventually(
      async () => {
        await bus.publish([aMessage(topic, quick, { seq })]);
        seq += 1;
        return performance.now() > until;
      },
      { timeoutMs: QUICK.sessionMs * 3, intervalMs: 200 },
    );
    await eventually(() => expect(ended.faults(new Map([[quick, seq]]))).toEqual([]), { timeoutMs: 60_000 });
    expect(await membersOf(group)).toEqual(members);
    expect(began.seqs(slow)).toEqual([0]);
    gate.resolve();
    await eventually(() => expect(ended.faults(new Map([[slow, 400]]))).toEqual([]), { timeoutMs: 60_000 });
    expect(began.messages).toHaveLength(400 + seq);
    expect(signals.some((signal) => signal.aborted)).toBe(false);
    expect(problems).toEqual([]);
  }, 120_000);
});
