import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { eventually } from '@foundnow/testing';
import type { MessageBus } from '../../src/index.ts';
import { Ledger } from '../ledger.ts';
import { aMessage, freshGroup } from '../sample-messages.ts';
import { FaultyProxy } from './faulty-proxy.ts';
import { type PubSubHarness, startPubSubHarness } from './pubsub-harness.ts';

const PATIENCE = { timeoutMs: 60_000 };
const DENIED = 7;
const NEVER = 'none' as const;

describe('Publishing to Pub/Sub', () => {
  let harness: PubSubHarness;
  let proxy: FaultyProxy;
  let bus: MessageBus;
  let topic: string;
  let ledger: Ledger;

  beforeAll(async () => {
    harness = await startPubSubHarness();
    proxy = await FaultyProxy.start(harness.options.emulatorHost ?? '');
  }, 120_000);
  beforeEach(async () => {
    bus = await harness.createBus({ emulatorHost: proxy.host });
    topic = await harness.createTopic(4);
    ledger = new Ledger();
    await bus.subscribe({ group: freshGroup('seen'), topics: [topic] }, ledger.take);
  });
  afterEach(async () => {
    proxy.judge = () => NEVER;
    proxy.comeBack();
    await bus.close();
  });
  afterAll(async () => {
    await proxy.close();
    await harness.close();
  });

  const batch = (key: string, ...seqs: number[]) => seqs.map((seq) => aMessage(topic, key, { seq }));

  it('resumes a key after a failed publish, in order and with nothing between, while other keys go on', async () => {
    await bus.publish(batch('key-a', 0, 1));
    proxy.judge = (method, request) => (method === 'Publish' && request.includes('key-a') ? { status: DENIED } : NEVER);
    const failed = [bus.publish(batch('key-a', 2, 3)), bus.publish(batch('key-a', 4))];
    await bus.publish(batch('key-b', 0));
    const outcomes = await Promise.allSettled(failed);
    expect(outcomes.map(({ status }) => status)).toEqual(['rejected', 'rejected']);
    proxy.judge = () => NEVER;
    await bus.publish(batch('key-a', 2, 3));
    await bus.publish(batch('key-a', 4));
    await eventually(() => expect(ledger.seqs('key-a')).toEqual([0, 1, 2, 3, 4]), PATIENCE);
    expect(ledger.seqs('key-b')).toEqual([0]);
  });

  it('takes as many failures of one key as come, and keeps its order over all of them', async () => {
    for (let seq = 0; seq < 20; seq += 1) {
      const refusals = seq % 3;
      let refused = 0;
      proxy.judge = (method) => (method === 'Publish' && (refused += 1) <= refusals ? { status: DENIED } : NEVER);
      for (let tries = 0; tries < refusals; tries += 1) {
        await expect(bus.publish(batch('key-a', seq))).rejects.toMatchObject({ code: 'bus.denied' });
      }
      await bus.publish(batch('key-a', seq));
    }
    const all = Array.from({ length: 20 }, (_, seq) => seq);
    await eventually(() => expect(ledger.seqs('key-a')).toEqual(all), PATIENCE);
  });

  it('loses and reorders nothing when the server took a batch and its answer was lost', async () => {
    let lost = 0;
    proxy.judge = (method) => (method === 'Publish' && (lost += 1) === 2 ? 'lose-answer' : NEVER);
    for (let seq = 0; seq < 6; seq += 2) await bus.publish(batch('key-a', seq, seq + 1));
    await eventually(() => expect(ledger.faults(new Map([['key-a', 6]]))).toEqual([]), PATIENCE);
    expect(lost).toBe(4);
  });

  it('keeps the order of a key over several requests, when a batch is too large for one', async () => {
    const seqs = Array.from({ length: 2500 }, (_, seq) => seq);
    await bus.publish(batch('key-a', ...seqs));
    await eventually(() => expect(ledger.seqs('key-a')).toEqual(seqs), PATIENCE);
  });

  it('makes no request larger than the server takes, whatever the sizes of the messages', async () => {
    const large = batch('key-a', ...Array(20).keys()).map((message) => ({
      ...message,
      value: Buffer.concat([message.value, Buffer.alloc(930_000, ' ')]),
    }));
    await bus.publish(large);
    await eventually(() => expect(ledger.seqs('key-a')).toEqual([...Array(20).keys()]), PATIENCE);
  });

  it('says in good time that the server is away, and goes on by itself when it is back', async () => {
    const timings = { ...harness.options.timings, publishMs: 4000, requestMs: 4000 };
    const impatient = await harness.createBus({ emulatorHost: proxy.host, timings });
    await impatient.publish(batch('key-a', 0));
    proxy.goAway();
    await expect(impatient.publish(batch('key-a', 1))).rejects.toMatchObject({
      code: 'bus.unavailable',
      kind: 'dependency',
    });
    await expect(impatient.ping()).rejects.toMatchObject({ code: 'bus.unavailable' });
    proxy.comeBack();
    await eventually(() => impatient.publish(batch('key-a', 1)), PATIENCE);
    await eventually(() => expect(ledger.faults(new Map([['key-a', 2]]))).toEqual([]), PATIENCE);
    await impatient.ping();
    await impatient.close();
  });

  it('says which topic is missing and what makes it', async () => {
    const publish = bus.publish([aMessage('no.such.topic', 'key-a')]);
    await expect(publish).rejects.toMatchObject({
      code: 'bus.missing',
      message: expect.stringMatching(/no\.such\.topic.*BUS_PROVISION=true/),
    });
  });

  it('says which right is missing', async () => {
    proxy.judge = (method) => (method === 'Publish' ? { status: DENIED } : NEVER);
    await expect(bus.publish(batch('key-a', 0))).rejects.toMatchObject({
      code: 'bus.denied',
      kind: 'dependency',
      message: expect.stringContaining('roles/pubsub.publisher'),
    });
  });
});
