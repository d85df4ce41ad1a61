import { DomainError } from '@foundnow/kernel';
import { expect, it } from '@jest/globals';
import { eventually } from '@foundnow/testing';
import { deadLetterTopicOf, MESSAGE_HEADER } from '../src/index.ts';
import type { Bench } from './bus-harness.ts';
import { aMessage, freshGroup, keysApart } from './sample-messages.ts';
import { Ledger } from './ledger.ts';
import { NeverScheduler, SampleConsumer } from './sample-consumer.ts';

const PATIENCE = { timeoutMs: 60_000 };

export function describeFailures(bench: Bench): void {
  it('tries again with growing delays, then dead-letters with the facts and without the error message', async () => {
    const bus = await bench().bus();
    const topic = await bench().topic();
    const group = freshGroup('retry');
    const message = { ...aMessage(topic, 'a', { seq: 1 }), headers: { 'x-note': 'kept' } };
    const dead = await deadLetters(bench, topic);
    const consumer = await SampleConsumer.start({ bus, group, topics: [topic] }, async () => {
      throw new RangeError('mail to someone@example.org failed');
    });
    await bus.publish([message]);
    await eventually(() => expect(dead.messages).toHaveLength(1), PATIENCE);
    const [letter] = dead.messages;
    expect(consumer.scheduler.waited).toEqual([200, 400, 800, 1600, 3200]);
    expect(letter).toMatchObject({ key: 'a', attributes: message.attributes });
    expect(letter!.headers).toMatchObject({
      'x-note': 'kept',
      [MESSAGE_HEADER.group]: group,
      [MESSAGE_HEADER.code]: 'unexpected',
      [MESSAGE_HEADER.errorClass]: 'RangeError',
      [MESSAGE_HEADER.attempts]: '6',
      [MESSAGE_HEADER.topic]: topic,
      [MESSAGE_HEADER.fingerprint]: expect.stringMatching(/^[0-9a-f]{16}$/),
    });
    expect(Buffer.from(letter!.value)).toEqual(message.value);
    expect(JSON.stringify(letter!.headers)).not.toContain('someone');
  });

  it("keeps the original error's class and kind up to the policy: a refusal is dead-lettered at once", async () => {
    const bus = await bench().bus();
    const topic = await bench().topic();
    const dead = await deadLetters(bench, topic);
    const refusal = new DomainError('post.expired', 'conflict', 'The post has expired.');
    const consumer = await SampleConsumer.start({ bus, group: freshGroup('kind'), topics: [topic] }, async () => {
      throw refusal;
    });
    await bus.publish([aMessage(topic, 'a')]);
    await eventually(() => expect(dead.messages).toHaveLength(1), PATIENCE);
    expect(consumer.decided).toEqual([refusal]);
    expect(dead.messages[0]!.headers).toMatchObject({
      [MESSAGE_HEADER.code]: 'post.expired',
      [MESSAGE_HEADER.kind]: 'conflict',
      [MESSAGE_HEADER.attempts]: '1',
    });
  });

  it('dead-letters poison bytes at once and goes on behind them', async () => {
    const bus = await bench().bus();
    const topic = await bench().topic(1);
    const dead = await deadLetters(bench, topic);
    const consumer = await SampleConsumer.start({ bus, group: freshGroup('poison'), topics: [topic] });
    const poison = { ...aMessage(topic, 'a'), value: Uint8Array.of(0xff, 0x00, 0xfe) };
    await bus.publish([poison, aMessage(topic, 'a', { seq: 7 })]);
    await eventually(() => expect(consumer.handled).toEqual(['a:7']), PATIENCE);
    await eventually(() => expect(dead.messages).toHaveLength(1), PATIENCE);
    expect([...dead.messages[0]!.value]).toEqual([0xff, 0x00, 0xfe]);
    expect(dead.messages[0]!.headers[MESSAGE_HEADER.code]).toBe('sample.garbled');
    expect(consumer.scheduler.waited).toEqual([]);
  });

  it('waits while a dependency is down, keeps the order, and lets other keys go on', async () => {
    const bus = await bench().bus();
    const topic = await bench().topic(4);
    const dead = await deadLetters(bench, topic);
    const [down, up] = keysApart(2, 4) as [string, string];
    let away = true;
    const options = { bus, group: freshGroup('pause'), topics: [topic] };
    const consumer = await SampleConsumer.start(options, async (_, context) => {
      if (away && context.key === down) throw new DomainError('db.away', 'dependency', 'The database is away.');
    });
    await bus.publish([0, 1].flatMap((seq) => [down, up].map((key) => aMessage(topic, key, { seq }))));
    await eventually(() => expect(consumer.handled).toEqual([`${up}:0`, `${up}:1`]), PATIENCE);
    await eventually(() => expect(consumer.paused).toBeGreaterThan(8), PATIENCE);
    expect(dead.messages).toEqual([]);
    away = false;
    const inOrder = [`${up}:0`, `${up}:1`, `${down}:0`, `${down}:1`];
    await eventually(() => expect(consumer.handled).toEqual(inOrder), PATIENCE);
    expect(consumer.resumed).toBe(1);
  });

  it('waits, and drops nothing, while a dead letter cannot be written', async () => {
    const bus = await bench().bus();
    const topic = await bench().topic(1);
    let refusals = 0;
    const flaky = new Proxy(bus, {
      get(target, name) {
        const value: unknown = Reflect.get(target, name);
        if (name !== 'publish') return typeof value === 'function' ? value.bind(target) : value;
        return async (batch: Parameters<typeof bus.publish>[0]) => {
          if (batch.some((message) => message.topic === deadLetterTopicOf(topic)) && (refusals += 1) <= 3) {
            throw new Error('the broker is away');
          }
          await bus.publish(batch);
        };
      },
    });
    const consumer = await SampleConsumer.start(
      { bus: flaky, group: freshGroup('dlq'), topics: [topic] },
      async (seq) => {
        if (seq === 0) throw new DomainError('sample.bad', 'validation', 'No.');
      },
    );
    const dead = await deadLetters(bench, topic);
    await bus.publish([0, 1].map((seq) => aMessage(topic, 'a', { seq })));
    await eventually(() => expect(consumer.handled).toEqual(['a:1']), PATIENCE);
    await eventually(() => expect(dead.messages).toHaveLength(1), PATIENCE);
    expect([refusals, consumer.paused]).toEqual([4, 3]);
  });

  it('gives what waits for another try back at a stop, at once and unharmed', async () => {
    const bus = await bench().bus();
    const topic = await bench().topic(1);
    const options = { bus, group: freshGroup('give-back'), topics: [topic] };
    const waiting = await SampleConsumer.start({ ...options, scheduler: new NeverScheduler() }, async () => {
      throw new DomainError('db.away', 'dependency', 'The database is away.');
    });
    await bus.publish([aMessage(topic, 'a', { seq: 4 })]);
    await eventually(() => expect(waiting.paused).toBe(1), PATIENCE);
    await waiting.stop();
    const next = await SampleConsumer.start(options);
    await eventually(() => expect(next.handled).toEqual(['a:4']), PATIENCE);
  });

  it('skips what is not for the group, readable or not', async () => {
    const bus = await bench().bus();
    const topic = await bench().topic(1);
    const dead = await deadLetters(bench, topic);
    const consumer = await SampleConsumer.start({ bus, group: freshGroup('skip'), topics: [topic] });
    const foreign = { ...aMessage(topic, 'a', { name: 'sample.other' }), value: Uint8Array.of(9) };
    await bus.publish([foreign, aMessage(topic, 'a', { seq: 3 })]);
    await eventually(() => expect(consumer.handled).toEqual(['a:3']), PATIENCE);
    expect(dead.messages).toEqual([]);
  });
}

/** What arrives in the dead letter topic, heard by a group of its own, so that it needs no reading back. */
async function deadLetters(bench: Bench, topic: string): Promise<Ledger> {
  const ledger = new Ledger();
  const bus = await bench().bus();
  await bus.subscribe({ group: freshGroup('dead'), topics: [deadLetterTopicOf(topic)] }, ledger.take);
  return ledger;
}
