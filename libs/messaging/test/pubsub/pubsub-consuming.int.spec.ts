import { PubSub, type Topic } from '@google-cloud/pubsub';
import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { eventually } from '@foundnow/testing';
import { listDeadLetters, type MessageBus } from '../../src/index.ts';
import type { PubSubBusOptions } from '../../src/pubsub/index.ts';
import { Ledger } from '../ledger.ts';
import { SampleConsumer } from '../sample-consumer.ts';
import { aMessage, freshGroup } from '../sample-messages.ts';
import { FaultyProxy } from './faulty-proxy.ts';
import { type PubSubHarness, startPubSubHarness } from './pubsub-harness.ts';

const PATIENCE = { timeoutMs: 60_000 };

describe('Consuming from Pub/Sub', () => {
  let harness: PubSubHarness;
  let proxy: FaultyProxy;
  const open: MessageBus[] = [];

  beforeAll(async () => {
    harness = await startPubSubHarness();
    proxy = await FaultyProxy.start(harness.options.emulatorHost ?? '');
  }, 120_000);
  afterEach(async () => {
    proxy.judge = () => 'none';
    proxy.comeBack();
    await Promise.all(open.splice(0).map((bus) => bus.close()));
  }, 120_000);
  afterAll(async () => {
    await proxy.close();
    await harness.close();
  });

  /** Nothing tells that nothing more is under way but time. */
  const past = (milliseconds: number) => {
    const end = performance.now() + milliseconds;
    return eventually(() => performance.now() > end, { timeoutMs: milliseconds * 2 });
  };
  const makeBus = async (options: Partial<PubSubBusOptions> = {}) => {
    const bus = await harness.createBus(options);
    open.push(bus);
    return bus;
  };

  it('holds on to a message for longer than its ack deadline, and nobody else gets it or what is behind it', async () => {
    const [one, two] = [await makeBus(), await makeBus()];
    const topic = await harness.createTopic(1);
    const group = freshGroup('slow');
    const gate = Promise.withResolvers<void>();
    const [ended, elsewhere] = [new Ledger(), new Ledger()];
    await one.subscribe({ group, topics: [topic] }, async (message) => {
      if (message.key === 'slow') await gate.promise;
      await ended.take(message);
    });
    await one.publish([0, 1, 2].map((seq) => aMessage(topic, 'slow', { seq })));
    await one.publish([aMessage(topic, 'first')]);
    await eventually(() => expect(ended.messages).toHaveLength(1), PATIENCE);
    await two.subscribe({ group, topics: [topic] }, elsewhere.take);
    await past(22_000);
    expect(elsewhere.seqs('slow')).toEqual([]);
    gate.resolve();
    await eventually(() => expect([...ended.seqs('slow'), ...elsewhere.seqs('slow')]).toEqual([0, 1, 2]), PATIENCE);
  }, 180_000);

  it('takes no more into its hands than it may, and leaves the rest to others', async () => {
    const [full, free] = [await makeBus({ bufferMessages: 10, keysAtOnce: 2 }), await makeBus()];
    const topic = await harness.createTopic(1);
    const group = freshGroup('bounded');
    const gate = Promise.withResolvers<void>();
    const [held, others] = [new Ledger(), new Ledger()];
    await full.subscribe({ group, topics: [topic] }, async (message) => {
      await gate.promise;
      await held.take(message);
    });
    await full.publish(Array.from({ length: 200 }, (_, i) => aMessage(topic, `key-${i}`)));
    await free.subscribe({ group, topics: [topic] }, others.take);
    await eventually(() => expect(others.messages.length).toBeGreaterThanOrEqual(190), PATIENCE);
    gate.resolve();
    await eventually(() => expect(held.messages.length + others.messages.length).toBe(200), PATIENCE);
  });

  it('gives back at a stop what it did not begin, so that others have it at once and not after a deadline', async () => {
    const timings = { ...harness.options.timings, ackDeadlineSeconds: 600 };
    const [one, two] = [await makeBus({ timings, keysAtOnce: 1 }), await makeBus({ timings })];
    const topic = await harness.createTopic(1);
    const group = freshGroup('release');
    const gate = Promise.withResolvers<void>();
    const [began, next] = [new Ledger(), new Ledger()];
    const subscription = await one.subscribe({ group, topics: [topic] }, async (message) => {
      await began.take(message);
      await gate.promise;
    });
    await one.publish(Array.from({ length: 50 }, (_, i) => aMessage(topic, `key-${i}`)));
    await eventually(() => expect(began.messages).toHaveLength(1), PATIENCE);
    await past(500);
    const stopped = subscription.stop();
    await two.subscribe({ group, topics: [topic] }, next.take);
    await eventually(() => expect(next.messages).toHaveLength(49), PATIENCE);
    gate.resolve();
    await stopped;
    expect(began.messages).toHaveLength(1);
  });

  it('goes on after the server was away, with nothing lost and no key out of order', async () => {
    const problems: string[] = [];
    const away = await makeBus({ emulatorHost: proxy.host, onProblem: (problem) => problems.push(problem) });
    const publisher = await makeBus();
    const topic = await harness.createTopic(1);
    const ledger = new Ledger();
    await away.subscribe({ group: freshGroup('away'), topics: [topic] }, ledger.take);
    const publishTen = async (from: number) => {
      for (let seq = from; seq < from + 10; seq += 1) {
        await publisher.publish(['a', 'b', 'c'].map((key) => aMessage(topic, key, { seq })));
      }
    };
    await publishTen(0);
    proxy.goAway();
    await publishTen(10);
    await eventually(() => expect(problems).toContain('stream'), PATIENCE);
    proxy.comeBack();
    await publishTen(20);
    const expected = new Map(['a', 'b', 'c'].map((key) => [key, 30]));
    await eventually(() => expect(ledger.faults(expected)).toEqual([]), { timeoutMs: 40_000 });
  }, 120_000);

  it('notices a stream that went silent without a word, and opens another', async () => {
    const bus = await makeBus({ emulatorHost: proxy.host });
    const topic = await harness.createTopic(1);
    const ledger = new Ledger();
    let streams = 0;
    proxy.judge = (method) => (method === 'StreamingPull' && (streams += 1) === 1 ? 'silence' : 'none');
    await bus.subscribe({ group: freshGroup('silent'), topics: [topic] }, ledger.take);
    await bus.publish([0, 1].map((seq) => aMessage(topic, 'a', { seq })));
    await eventually(() => expect(ledger.seqs('a')).toEqual([0, 1]), { timeoutMs: 120_000, intervalMs: 200 });
    expect(streams).toBeGreaterThan(1);
  }, 180_000);

  it('tells of a stream that is refused, and tries again until it is not', async () => {
    const told: unknown[] = [];
    const bus = await makeBus({ emulatorHost: proxy.host, onProblem: (_, error) => told.push(error) });
    const topic = await harness.createTopic(1);
    const ledger = new Ledger();
    proxy.judge = (method) => (method === 'StreamingPull' ? { status: 7 } : 'none');
    await bus.subscribe({ group: freshGroup('denied'), topics: [topic] }, ledger.take);
    await bus.publish([aMessage(topic, 'a')]);
    const denied = expect.objectContaining({ code: 'bus.denied', message: expect.stringContaining('subscriber') });
    await eventually(() => expect(told).toContainEqual(denied), PATIENCE);
    proxy.judge = () => 'none';
    await eventually(() => expect(ledger.seqs('a')).toEqual([0]), PATIENCE);
  });

  const publishForeign = async (topic: string, ...messages: Parameters<Topic['publishMessage']>[0][]) => {
    const { projectId, emulatorHost = '' } = harness.options;
    const clientOptions = { universeDomain: 'googleapis.com' };
    const foreign = new PubSub({ projectId, apiEndpoint: emulatorHost, emulatorMode: true, clientOptions });
    const bare = foreign.topic(topic);
    for (const message of messages) await bare.publishMessage(message);
    await foreign.close();
  };

  it('takes whatever a foreign producer wrote, and goes on behind it', async () => {
    const bus = await makeBus();
    const topic = await harness.createTopic(1);
    const ledger: string[] = [];
    await bus.subscribe({ group: freshGroup('foreign'), topics: [topic] }, async ({ key, attributes, headers }) => {
      ledger.push(JSON.stringify([key, attributes.type, headers]));
    });
    const hostile = { ['__proto__x']: '1', 'ce-time': 'never', 'ce-id': '' };
    await publishForeign(topic, { data: Buffer.of(0xff) }, { attributes: hostile });
    await bus.publish([aMessage(topic, 'a')]);
    const got = ['["","",{}]', '["","",{"__proto__x":"1"}]', '["a","sample.made",{}]'];
    await eventually(() => expect(ledger.toSorted()).toEqual(got.toSorted()), PATIENCE);
  });

  it('dead-letters what foreign producers wrote without a key, or with as many attributes as there may be', async () => {
    const bus = await makeBus({ keysAtOnce: 2 });
    const topic = await harness.createTopic(1);
    const consumer = await SampleConsumer.start({ bus, group: freshGroup('foreign'), topics: [topic] });
    const attributes = Object.fromEntries(Array.from({ length: 100 }, (_, i) => [`x-${i}`, 'x'.repeat(1024)]));
    const garbage = { data: Buffer.of(0xff) };
    await publishForeign(topic, garbage, garbage, { ...garbage, attributes }, { ...garbage, attributes });
    await bus.publish([aMessage(topic, 'a', { seq: 1 })]);
    await eventually(() => expect(consumer.handled).toEqual(['a:1']), PATIENCE);
    const letters = (await listDeadLetters(bus, { topics: [topic] })).map(({ message }) => message);
    const whole = letters.filter(({ value }) => value.length > 0);
    expect([letters.length, whole.length]).toEqual([4, 2]);
    await consumer.stop();
  });

  it('says which topic is missing when somebody subscribes to it', async () => {
    const bus = await makeBus();
    const subscribe = bus.subscribe({ group: freshGroup('none'), topics: ['no.such.topic'] }, async () => undefined);
    await expect(subscribe).rejects.toMatchObject({
      code: 'bus.missing',
      message: expect.stringMatching(/no\.such\.topic.*gcloud pubsub subscriptions create/),
    });
  });
});
