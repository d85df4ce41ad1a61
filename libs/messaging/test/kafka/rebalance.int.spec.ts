import { setTimeout as delay } from 'node:timers/promises';
import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { eventually } from '@foundnow/testing';
import type { DeliveredMessage, DeliveryContext, MessageBus, Subscription } from '../../src/index.ts';
import { Ledger } from '../ledger.ts';
import { aMessage, freshGroup, keysApart } from '../sample-messages.ts';
import { type KafkaHarness, QUICK, startKafkaHarness } from './kafka-harness.ts';

const PARTITIONS = 6;
const PATIENCE = { timeoutMs: 30_000 };
/** Members come and go by their own will only: a busy machine must not make the broker take one for dead. */
const NOBODY_LOST = { ...QUICK, sessionMs: 30_000 };

/** One member of the group, and what was seen of it. */
interface Member {
  readonly began: Ledger;
  readonly ended: Ledger;
  /** Whose signals were aborted while they were under way. */
  readonly aborted: string[];
  readonly subscription: Subscription;
}

describe('a group that is shared out anew in the middle of its work', () => {
  let harness: KafkaHarness;
  const open: MessageBus[] = [];
  beforeAll(() => {
    harness = startKafkaHarness();
  });
  afterEach(async () => {
    await Promise.all(open.splice(0).map((bus) => bus.close()));
  }, 120_000);
  afterAll(() => harness.close(), 120_000);

  const newBus = async (): Promise<MessageBus> => {
    const bus = await harness.createBus({ timings: NOBODY_LOST });
    open.push(bus);
    return bus;
  };

  const join = async (group: string, topic: string, work: (context: DeliveryContext) => Promise<unknown>) => {
    const [began, ended, aborted] = [new Ledger(), new Ledger(), [] as string[]];
    const bus = await newBus();
    const subscription = await bus.subscribe({ group, topics: [topic] }, async (message, context) => {
      await began.take(message);
      await work(context);
      if (context.signal.aborted) aborted.push(message.attributes.id);
      await ended.take(message);
    });
    return { began, ended, aborted, subscription } satisfies Member;
  };

  it('loses nothing, keeps the order, and repeats only what was under way where it moved from', async () => {
    const topic = await harness.createTopic(PARTITIONS);
    const group = freshGroup('rebalance');
    const keys = keysApart(PARTITIONS, PARTITIONS);
    const publisher = await newBus();
    const work = () => delay(2);
    const members: Member[] = [await join(group, topic, work)];
    const rounds = 300;
    const writing = (async () => {
      for (let seq = 0; seq < rounds; seq += 1)
        await publisher.publish(keys.map((key) => aMessage(topic, key, { seq })));
    })();
    const progressed = (member: Member | undefined) =>
      eventually(() => expect(member?.ended.messages.length).toBeGreaterThan(20), PATIENCE);
    await progressed(members[0]);
    for (let more = 0; more < 2; more += 1) {
      members.push(await join(group, topic, work));
      await progressed(members.at(-1));
    }
    await members[1]?.subscription.stop();
    await members[0]?.subscription.stop();
    await writing;
    const all = new Ledger();
    await eventually(() => {
      const every = members.flatMap(({ ended }) => ended.messages);
      const sorted = every.toSorted((a, b) => Number(a.offset) - Number(b.offset));
      all.messages.splice(0, Infinity, ...sorted);
      expect(all.faults(new Map(keys.map((key) => [key, rounds])))).toEqual([]);
    }, PATIENCE);
    for (const { ended } of members) {
      for (const key of keys) expect(ended.seqs(key)).toEqual(ended.seqs(key).toSorted((a, b) => a - b));
    }
    // One for each partition that moved at a join: 3 of 6, then 2 of 6. A stop repeats none.
    expect(all.messages.length - all.eventIds.size).toBeLessThanOrEqual(5);
    const aborted = new Set(members.flatMap((member) => member.aborted));
    expect(aborted.size).toBeLessThanOrEqual(5);
  }, 180_000);

  it('lets what is under way go on where a partition stays, and aborts it where it goes', async () => {
    const topic = await harness.createTopic(PARTITIONS);
    const group = freshGroup('kept');
    const keys = keysApart(PARTITIONS, PARTITIONS);
    const gate = Promise.withResolvers<void>();
    const untilAborted = ({ signal }: DeliveryContext) =>
      Promise.race([gate.promise, new Promise((resolve) => signal.addEventListener('abort', resolve))]);
    const first = await join(group, topic, untilAborted);
    const publisher = await newBus();
    await publisher.publish(keys.map((key) => aMessage(topic, key)));
    await eventually(() => expect(first.began.messages).toHaveLength(PARTITIONS), PATIENCE);
    const second = await join(group, topic, async () => undefined);
    await eventually(() => expect(second.ended.messages).toHaveLength(PARTITIONS / 2), PATIENCE);
    expect(first.aborted).toHaveLength(PARTITIONS / 2);
    gate.resolve();
    await eventually(() => expect(first.ended.messages).toHaveLength(PARTITIONS), PATIENCE);
    const idsOf = (messages: readonly DeliveredMessage[]) => messages.map(({ attributes }) => attributes.id).sort();
    expect(idsOf(second.ended.messages)).toEqual([...first.aborted].sort());
    expect(first.began.messages).toHaveLength(PARTITIONS);
  }, 120_000);
});
