import { setImmediate as breathe } from 'node:timers/promises';
import { describe, expect, it } from '@jest/globals';
import { aMessage, bodyOf } from '../../test/sample-messages.ts';
import { MAX_MESSAGE_BYTES } from '../message-limits.ts';
import type { OutgoingRecord } from './outgoing-record.ts';
import { Publisher } from './publisher.ts';

class BrokerError extends Error {
  constructor(readonly type: string) {
    super(type);
  }
}

/** Answers when told to. */
class SlowProducer {
  readonly rounds: string[][] = [];
  closed = 0;
  isSpent = false;
  private readonly gates: PromiseWithResolvers<void>[] = [];

  constructor(private readonly refuse: (records: readonly string[]) => string | undefined = () => undefined) {}

  async send(records: readonly OutgoingRecord[]): Promise<void> {
    const names = records.map(({ source }) => `${source.key}:${bodyOf(source).seq}`);
    this.rounds.push(names);
    const type = this.refuse(names);
    if (type) throw new BrokerError(type);
    const gate = Promise.withResolvers<void>();
    this.gates.push(gate);
    await gate.promise;
  }

  async close(): Promise<void> {
    this.closed += 1;
    for (const gate of this.gates) gate.reject(new Error('closed'));
  }

  async answer(error?: Error): Promise<void> {
    await breathe();
    const gate = this.gates.shift();
    if (error) gate?.reject(error);
    else gate?.resolve();
    await breathe();
  }
}

const outcome = (publish: Promise<void>): Promise<unknown> =>
  publish.then(
    () => 'done',
    (error: unknown) => (error instanceof Error ? error.message : error),
  );
const of = (key: string, ...seqs: number[]) => seqs.map((seq) => aMessage('t', key, { seq }));

describe('the publisher to Kafka', () => {
  const start = (refuse?: (records: readonly string[]) => string | undefined) => {
    const producers: SlowProducer[] = [];
    const open = () => {
      producers.push(new SlowProducer(refuse));
      return producers.at(-1) ?? new SlowProducer();
    };
    const problems: unknown[] = [];
    const explain = (error: unknown) => {
      problems.push(error);
      return error instanceof Error ? error : new Error('?');
    };
    return { publisher: new Publisher(open, explain), producers, problems };
  };

  it('sends one round at a time; calls that came meanwhile share the next, in their order', async () => {
    const { publisher, producers } = start();
    const calls = [of('a', 1), of('a', 2), of('b', 1)].map((batch) => outcome(publisher.publish(batch)));
    await producers[0]?.answer();
    expect(producers[0]?.rounds).toEqual([['a:1'], ['a:2', 'b:1']]);
    await producers[0]?.answer();
    expect(await Promise.all(calls)).toEqual(['done', 'done', 'done']);
  });

  it('makes no round larger than a batch of the log may be', async () => {
    const { publisher, producers } = start();
    const large = [1, 2, 3].map((seq) => ({ ...aMessage('t', 'a', { seq }), key: `${'k'.repeat(400_000)}${seq}` }));
    const call = outcome(publisher.publish(large));
    await producers[0]?.answer();
    await producers[0]?.answer();
    expect(producers[0]?.rounds.map((round) => round.length)).toEqual([2, 1]);
    expect(await call).toBe('done');
  });

  it('says of no call that it is done before all of it is', async () => {
    const { publisher, producers } = start();
    const batch = Array.from({ length: 2001 }, (_, seq) => aMessage('t', 'a', { seq }));
    let told: unknown;
    void outcome(publisher.publish(batch)).then((what) => (told = what));
    await producers[0]?.answer();
    expect(told).toBeUndefined();
    await producers[0]?.answer();
    expect(told).toBe('done');
  });

  it('never uses a producer again after a failure, and sends nothing more of the call that failed', async () => {
    const { publisher, producers } = start();
    const batch = Array.from({ length: 2001 }, (_, seq) => aMessage('t', 'a', { seq }));
    const failed = outcome(publisher.publish(batch));
    const next = outcome(publisher.publish(of('b', 1)));
    await producers[0]?.answer(new BrokerError('OUT_OF_ORDER_SEQUENCE_NUMBER'));
    expect(await failed).toBe('OUT_OF_ORDER_SEQUENCE_NUMBER');
    expect(producers[0]?.closed).toBe(1);
    await producers[1]?.answer();
    expect([await next, producers[1]?.rounds]).toEqual(['done', [['b:1']]]);
  });

  it('does not use a producer again in which a request failed, even if another try succeeded', async () => {
    const { publisher, producers } = start();
    const calls = [of('a', 1), of('a', 2)].map((batch) => outcome(publisher.publish(batch)));
    const [first] = producers;
    if (first) first.isSpent = true;
    await first?.answer();
    await producers[1]?.answer();
    expect(await Promise.all(calls)).toEqual(['done', 'done']);
    expect(producers.map(({ rounds, closed }) => ({ rounds, closed }))).toEqual([
      { rounds: [['a:1']], closed: 1 },
      { rounds: [['a:2']], closed: 0 },
    ]);
  });

  it('keeps a message that the broker finds too large from the calls that shared its round', async () => {
    const { publisher, producers } = start((names) => (names.includes('b:2') ? 'MESSAGE_TOO_LARGE' : undefined));
    const refused = of('b', 1, 2, 3);
    const calls = [of('a', 1), refused, of('c', 1)].map((batch) => publisher.publish(batch));
    await producers[0]?.answer();
    const outcomes = Promise.allSettled(calls);
    for (let round = 0; round < 8; round += 1) await producers.at(-1)?.answer();
    expect(await outcomes).toMatchObject([
      { status: 'fulfilled' },
      { status: 'rejected', reason: { name: 'MessagesRefused', refused: [refused[1]] } },
      { status: 'fulfilled' },
    ]);
    expect(producers.flatMap(({ rounds }) => rounds)).not.toContainEqual(['b:3']);
  });

  it('refuses before it sends anything, and names what it refuses', async () => {
    const { publisher, producers } = start();
    const oversize = { ...aMessage('t', 'a'), value: Buffer.alloc(MAX_MESSAGE_BYTES) };
    const wide = { ...aMessage('t', 'ü'.repeat(900_000)) };
    await expect(publisher.publish([...of('a', 1), oversize, wide])).rejects.toMatchObject({
      refused: [oversize, wide],
    });
    expect(producers).toEqual([]);
  });

  it('ends at a close, and so do the calls that wait', async () => {
    const { publisher, problems } = start();
    const calls = [of('a', 1), of('a', 2)].map((batch) => outcome(publisher.publish(batch)));
    await breathe();
    await publisher.close();
    expect(await Promise.all(calls)).toEqual(['This Kafka bus is closed', 'This Kafka bus is closed']);
    expect(await outcome(publisher.publish(of('a', 3)))).toBe('This Kafka bus is closed');
    expect(problems).toEqual([]);
  });

  it('leaves no producer behind when it is closed while it sends a round again one by one', async () => {
    const { publisher, producers } = start((names) => (names.length > 1 ? 'MESSAGE_TOO_LARGE' : undefined));
    const call = outcome(publisher.publish(of('a', 1, 2)));
    await publisher.close();
    expect(await call).toBe('This Kafka bus is closed');
    expect(producers.map(({ closed }) => closed > 0)).toEqual(producers.map(() => true));
  });
});
