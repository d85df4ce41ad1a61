import { expect, it } from '@jest/globals';
import { eventually } from '@foundnow/testing';
import type { DeliveredMessage } from '../src/index.ts';
import type { Bench, BusTraits } from './bus-harness.ts';
import { Ledger } from './ledger.ts';
import { aMessage, freshGroup, seqOf } from './sample-messages.ts';

/** What only a transport with a log that can be read again offers; the others must say so. */
export function describeLog(bench: Bench, traits: BusTraits): void {
  it('says of itself whether it can go back to the beginning', async () => {
    expect((await bench().bus()).capabilities).toEqual(traits.capabilities);
  });

  it('tells how far a group is behind, or that it cannot', async () => {
    const bus = await bench().bus();
    const topic = await bench().topic();
    const group = freshGroup('lag');
    const ledger = new Ledger();
    const subscription = await bus.subscribe({ group, topics: [topic] }, ledger.take);
    await bus.publish([0, 1, 2].map((seq) => aMessage(topic, `key-${seq}`, { seq })));
    await eventually(() => expect(ledger.messages).toHaveLength(3), { timeoutMs: 60_000 });
    await subscription.stop();
    const told = traits.capabilities.lag;
    expect((await bus.lag(group, [topic]))?.get(topic)).toBe(told ? 0 : undefined);
    await bus.publish([aMessage(topic, 'key-0'), aMessage(topic, 'key-1')]);
    expect((await bus.lag(group, [topic]))?.get(topic)).toBe(told ? 2 : undefined);
  });

  if (!traits.capabilities.readFromStart) {
    it('refuses a new group that wants the beginning, instead of leaving out what is gone', async () => {
      const bus = await bench().bus();
      const topic = await bench().topic();
      await bus.publish([aMessage(topic, 'a')]);
      const group = freshGroup('from-start');
      await expect(bus.subscribe({ group, generation: 1, topics: [topic] }, async () => undefined)).rejects.toThrow();
    });
    return;
  }

  it('lets a new group start from the beginning', async () => {
    const bus = await bench().bus();
    const topic = await bench().topic();
    await bus.publish(Array.from({ length: 30 }, (_, seq) => aMessage(topic, 'a', { seq })));
    const ledger = new Ledger();
    await bus.subscribe({ group: freshGroup('late'), topics: [topic] }, ledger.take);
    await eventually(() => expect(ledger.faults(new Map([['a', 30]]))).toEqual([]), { timeoutMs: 60_000 });
  });

  it('ends a bounded subscription by itself at what was the end when it began', async () => {
    const bus = await bench().bus();
    const topic = await bench().topic();
    await bus.publish(Array.from({ length: 20 }, (_, seq) => aMessage(topic, `key-${seq % 5}`, { seq })));
    const ledger = new Ledger();
    const options = { group: freshGroup('bounded'), generation: 7, topics: [topic], bounded: true };
    let later: Promise<void> | undefined;
    const subscription = await bus.subscribe(options, async (message) => {
      later ??= bus.publish([aMessage(topic, 'key-0', { seq: 99 })]);
      await later;
      await ledger.take(message);
    });
    await subscription.done;
    expect(ledger.messages.map(seqOf).sort((a, b) => a - b)).toEqual(Array.from({ length: 20 }, (_, i) => i));
  });

  it('ends a bounded subscription on an empty topic at once', async () => {
    const bus = await bench().bus();
    const topics = [await bench().topic()];
    const group = freshGroup('empty');
    const subscription = await bus.subscribe({ group, generation: 1, topics, bounded: true }, async () => undefined);
    await expect(subscription.done).resolves.toBeUndefined();
  });

  it('reads without a group: what is there, from a time on, and what comes', async () => {
    const bus = await bench().bus();
    const topic = await bench().topic();
    await bus.publish([aMessage(topic, 'a', { seq: 1 }), aMessage(topic, 'b', { seq: 2 })]);
    const all = { topics: [topic], from: 'beginning', follow: false } as const;
    expect(new Set((await collect(bus.read(all))).map(seqOf))).toEqual(new Set([1, 2]));
    expect((await collect(bus.read(all))).length).toBe(2);
    const future = new Date(Date.now() + 60_000);
    expect(await collect(bus.read({ topics: [topic], from: future, follow: false }))).toEqual([]);

    const over = new AbortController();
    const seen = new Set<number>();
    const tail = (async () => {
      const { signal } = over;
      for await (const message of bus.read({ ...all, follow: true, signal })) seen.add(seqOf(message));
    })();
    await eventually(() => expect(seen).toEqual(new Set([1, 2])), { timeoutMs: 60_000 });
    await bus.publish([aMessage(topic, 'a', { seq: 3 })]);
    await eventually(() => expect(seen).toEqual(new Set([1, 2, 3])), { timeoutMs: 60_000 });
    over.abort();
    await expect(tail).resolves.toBeUndefined();
  });
}

async function collect(messages: AsyncIterable<DeliveredMessage>): Promise<DeliveredMessage[]> {
  const all: DeliveredMessage[] = [];
  for await (const message of messages) all.push(message);
  return all;
}
