import { expect, it } from '@jest/globals';
import { eventually } from '@foundnow/testing';
import { MAX_MESSAGE_BYTES, MessagesRefused } from '../src/index.ts';
import type { Bench } from './bus-harness.ts';
import { Ledger } from './ledger.ts';
import { aMessage, freshGroup, keysApart } from './sample-messages.ts';

const CLOCKS_APART_MS = 5_000;

export function describeDelivery(bench: Bench): void {
  it('keeps the order of each key, within a batch and over batches', async () => {
    const bus = await bench().bus();
    const topic = await bench().topic();
    const ledger = new Ledger();
    await bus.subscribe({ group: freshGroup('order'), topics: [topic] }, ledger.take);
    const keys = keysApart(3, 4);
    for (let seq = 0; seq < 60; seq += 3) {
      await bus.publish([0, 1, 2].flatMap((step) => keys.map((key) => aMessage(topic, key, { seq: seq + step }))));
    }
    const expected = new Map(keys.map((key) => [key, 60]));
    await eventually(() => expect(ledger.faults(expected)).toEqual([]), { timeoutMs: 60_000 });
  });

  it('gives every group every event', async () => {
    const bus = await bench().bus();
    const topic = await bench().topic();
    const ledgers = [new Ledger(), new Ledger(), new Ledger()];
    for (const [i, ledger] of ledgers.entries()) {
      await bus.subscribe({ group: freshGroup(`every-${i}`), topics: [topic] }, ledger.take);
    }
    const batch = Array.from({ length: 40 }, (_, i) => aMessage(topic, `key-${i}`));
    await bus.publish(batch);
    const ids = new Set(batch.map((message) => message.attributes.id));
    await eventually(() => expect(ledgers.map((ledger) => ledger.eventIds)).toEqual([ids, ids, ids]), {
      timeoutMs: 60_000,
    });
  });

  it('delivers bytes, key, attributes and headers as they were published', async () => {
    const bus = await bench().bus();
    const topic = await bench().topic();
    const ledger = new Ledger();
    await bus.subscribe({ group: freshGroup('whole'), topics: [topic] }, ledger.take);
    const value = Uint8Array.from({ length: 256 }, (_, i) => i);
    const attributes = { ...aMessage(topic, 'ключ').attributes, causationId: 'c-1', traceparent: '00-ab-cd-01' };
    const sent = { topic, key: 'ключ/1 é', value, attributes, headers: { 'x-note': 'grüße' } };
    const before = Date.now();
    await bus.publish([sent]);
    const after = Date.now();
    await eventually(() => expect(ledger.messages).toHaveLength(1), { timeoutMs: 60_000 });
    const [got] = ledger.messages;
    expect({ ...got, value: [...got!.value] }).toMatchObject({ ...sent, value: [...value] });
    const publishedAt = got!.publishedAt.getTime();
    expect([publishedAt > before - CLOCKS_APART_MS, publishedAt < after + CLOCKS_APART_MS]).toEqual([true, true]);
  });

  it('starts a group at the end when asked, and from its own position ever after', async () => {
    const bus = await bench().bus();
    const topic = await bench().topic();
    const group = freshGroup('end');
    const first = new Ledger();
    await bus.publish([aMessage(topic, 'a', { seq: 0 })]);
    const subscription = await bus.subscribe({ group, topics: [topic], startAt: 'end' }, first.take);
    await bus.publish([aMessage(topic, 'a', { seq: 1 })]);
    await eventually(() => expect(first.seqs('a')).toEqual([1]), { timeoutMs: 60_000 });
    await subscription.stop();
    await bus.publish([aMessage(topic, 'a', { seq: 2 })]);
    const second = new Ledger();
    await bus.subscribe({ group, topics: [topic], startAt: 'end' }, second.take);
    await eventually(() => expect(second.seqs('a')).toEqual([2]), { timeoutMs: 60_000 });
  });

  it('passes a message of 900 KB and refuses one above the limit with the messages named', async () => {
    const bus = await bench().bus();
    const topic = await bench().topic();
    const ledger = new Ledger();
    await bus.subscribe({ group: freshGroup('large'), topics: [topic] }, ledger.take);
    const large = { ...aMessage(topic, 'large'), value: Buffer.alloc(900 * 1024, 7) };
    const oversize = { ...aMessage(topic, 'oversize'), value: Buffer.alloc(MAX_MESSAGE_BYTES) };
    const refusal = bus.publish([aMessage(topic, 'beside'), oversize]);
    await expect(refusal).rejects.toBeInstanceOf(MessagesRefused);
    await expect(refusal).rejects.toMatchObject({ refused: [oversize] });
    await bus.publish([large]);
    await eventually(() => expect(ledger.messages.map((message) => message.value.length)).toEqual([900 * 1024]), {
      timeoutMs: 60_000,
    });
  });

  it('carries 10,000 messages through two groups with two members each and loses none', async () => {
    const [publisher, one, two] = [await bench().bus(), await bench().bus(), await bench().bus()];
    const topic = await bench().topic(12);
    const ledgers = [new Ledger(), new Ledger()];
    for (const ledger of ledgers) {
      const group = freshGroup('ledger');
      for (const bus of [one, two]) await bus.subscribe({ group, topics: [topic] }, ledger.take);
    }
    const write = async (writer: number) => {
      for (let seq = 0; seq < 50; seq += 1) {
        await publisher.publish(Array.from({ length: 50 }, (_, i) => aMessage(topic, `key-${writer}-${i}`, { seq })));
      }
    };
    await Promise.all([write(0), write(1), write(2), write(3)]);
    const keys = [0, 1, 2, 3].flatMap((writer) => Array.from({ length: 50 }, (_, i) => `key-${writer}-${i}`));
    const expected = new Map(keys.map((key) => [key, 50]));
    await eventually(() => expect(ledgers.map((ledger) => ledger.faults(expected))).toEqual([[], []]), {
      timeoutMs: 60_000,
    });
  }, 180_000);
}
