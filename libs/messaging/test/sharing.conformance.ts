import { expect, it } from '@jest/globals';
import { eventually } from '@foundnow/testing';
import type { DeliveredMessage } from '../src/index.ts';
import type { Bench, BusTraits } from './bus-harness.ts';
import { Ledger } from './ledger.ts';
import { aMessage, freshGroup, keysApart } from './sample-messages.ts';
import { startVictim } from './start-victim.ts';

export function describeSharing(bench: Bench, traits: BusTraits): void {
  const takeOver = { timeoutMs: traits.takeOverMs + 30_000 };

  it('shares the load between the members of one group and hands over when one leaves', async () => {
    const topic = await bench().topic(8);
    const group = freshGroup('share');
    const [one, two, publisher] = [await bench().bus(), await bench().bus(), await bench().bus()];
    const keys = keysApart(8, 8);
    const all = new Ledger();
    const handledBy: [Ledger, Ledger] = [new Ledger(), new Ledger()];
    const member = (ledger: Ledger) => async (message: DeliveredMessage) => {
      await ledger.take(message);
      await all.take(message);
    };
    await one.subscribe({ group, topics: [topic] }, member(handledBy[0]));
    const second = await two.subscribe({ group, topics: [topic] }, member(handledBy[1]));
    let seq = 0;
    const round = async () => {
      await publisher.publish(keys.map((key) => aMessage(topic, key, { seq })));
      seq += 1;
    };
    await eventually(async () => {
      await round();
      expect(handledBy.map((ledger) => ledger.firstSeen().size >= 2)).toEqual([true, true]);
    }, takeOver);
    await second.stop();
    const before = handledBy[1].messages.length;
    await round();
    const expected = new Map(keys.map((key) => [key, seq]));
    await eventually(() => expect(all.faults(expected)).toEqual([]), takeOver);
    expect(handledBy[1].messages).toHaveLength(before);
  }, 120_000);

  it('delivers again, in order, what a killed consumer had not finished', async () => {
    const topic = await bench().topic(1);
    const group = freshGroup('crash');
    const bus = await bench().bus();
    const { module, options } = bench().harness.child;
    const victim = startVictim({ module: module.href, options, group, topic, hangAt: 5 });
    const reported = (event: string) => victim.reports.some((line) => line.event === event);
    try {
      await eventually(() => reported('subscribed'), { timeoutMs: 30_000 });
      await bus.publish(Array.from({ length: 10 }, (_, seq) => aMessage(topic, 'a', { seq })));
      await eventually(() => reported('hanging'), { timeoutMs: 30_000 });
      const settled = traits.capabilities.lag ? 5 : undefined;
      await eventually(async () => expect((await bus.lag(group, [topic]))?.get(topic)).toBe(settled), takeOver);
    } finally {
      await victim.kill();
    }
    const ledger = new Ledger();
    await bus.subscribe({ group, topics: [topic] }, ledger.take);
    await eventually(() => expect(ledger.seqs('a').slice(-5)).toEqual([5, 6, 7, 8, 9]), takeOver);
    const handled = victim.reports.filter((line) => line.event === 'handled').map((line) => line.seq);
    expect(handled).toEqual([0, 1, 2, 3, 4]);
    const again = ledger.seqs('a');
    expect(again).toEqual([...again].sort((x, y) => x - y));
  }, 180_000);

  it('delivers the same message again when its handler rejects, and nothing behind it before', async () => {
    const bus = await bench().bus();
    const topic = await bench().topic(1);
    const ledger = new Ledger();
    await bus.subscribe({ group: freshGroup('reject'), topics: [topic] }, async (message) => {
      await ledger.take(message);
      if (ledger.seqs('a').length < 3) throw new Error('not yet');
    });
    await bus.publish([aMessage(topic, 'a', { seq: 0 }), aMessage(topic, 'a', { seq: 1 })]);
    await eventually(() => expect(ledger.seqs('a')).toEqual([0, 0, 0, 1]), { timeoutMs: 60_000 });
  });

  it('finishes the message under way at a stop, takes nothing new, and does not deliver it again', async () => {
    const bus = await bench().bus();
    const topic = await bench().topic(1);
    const group = freshGroup('graceful');
    const gate = Promise.withResolvers<void>();
    const began = new Ledger();
    const ended = new Ledger();
    const subscription = await bus.subscribe({ group, topics: [topic] }, async (message) => {
      await began.take(message);
      await gate.promise;
      await ended.take(message);
    });
    await bus.publish([0, 1, 2].map((seq) => aMessage(topic, 'a', { seq })));
    await eventually(() => expect(began.messages).toHaveLength(1), { timeoutMs: 60_000 });
    let stopped = false;
    const stop = subscription.stop().then(() => (stopped = true));
    await bus.ping();
    expect(stopped).toBe(false);
    gate.resolve();
    await stop;
    expect([began.seqs('a'), ended.seqs('a')]).toEqual([[0], [0]]);
    const next = new Ledger();
    await bus.subscribe({ group, topics: [topic] }, next.take);
    await eventually(() => expect(next.seqs('a')).toEqual([1, 2]), takeOver);
  }, 120_000);
}
