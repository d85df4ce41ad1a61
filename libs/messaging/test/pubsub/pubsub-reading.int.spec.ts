import { PubSub } from '@google-cloud/pubsub';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { eventually } from '@foundnow/testing';
import type { DeliveredMessage, MessageBus } from '../../src/index.ts';
import { aMessage, seqOf } from '../sample-messages.ts';
import { type PubSubHarness, startPubSubHarness } from './pubsub-harness.ts';

describe('Reading from a Pub/Sub that cannot go back', () => {
  let harness: PubSubHarness;
  let bus: MessageBus;

  beforeAll(async () => {
    harness = await startPubSubHarness();
    bus = await harness.createBus();
  }, 120_000);
  afterAll(async () => {
    await bus.close();
    await harness.close();
  });

  const collect = async (messages: AsyncIterable<DeliveredMessage>) => {
    const seqs: number[] = [];
    for await (const message of messages) seqs.push(seqOf(message));
    return seqs;
  };

  it('follows what is published from now on, and leaves no subscription behind', async () => {
    const topics = [await harness.createTopic(1), await harness.createTopic(1)];
    const over = new AbortController();
    const seqs: number[] = [];
    const tail = (async () => {
      for await (const message of bus.read({ topics, from: 'end', follow: true, signal: over.signal })) {
        seqs.push(seqOf(message));
      }
    })();
    await eventually(async () => expect((await passing()).length).toBe(2), { timeoutMs: 60_000 });
    for (const [seq, topic] of [...topics, ...topics].entries()) await bus.publish([aMessage(topic, 'a', { seq })]);
    await eventually(() => expect(seqs.toSorted((a, b) => a - b)).toEqual([0, 1, 2, 3]), { timeoutMs: 60_000 });
    over.abort();
    await tail;
    expect(await passing()).toEqual([]);
  });

  it('reads dead letters as often as anybody asks, and everybody all of them', async () => {
    const topic = `${await harness.createTopic(1)}.dlq`;
    const all = Array.from({ length: 1200 }, (_, seq) => seq);
    await bus.publish(all.map((seq) => aMessage(topic, `key-${seq % 20}`, { seq })));
    const read = () => collect(bus.read({ topics: [topic], from: 'beginning', follow: false }));
    const twice = await Promise.all([read(), read()]);
    for (const seqs of [...twice, await read()]) expect(seqs.toSorted((a, b) => a - b)).toEqual(all);
    const later = { topics: [topic], from: new Date(Date.now() + 60_000), follow: false };
    expect(await collect(bus.read(later))).toEqual([]);
  });

  it('refuses to read any other topic from its beginning, and names the capability', async () => {
    const topic = await harness.createTopic(1);
    const read = collect(bus.read({ topics: [topic], from: 'beginning', follow: false }));
    await expect(read).rejects.toMatchObject({ code: 'bus.no_past' });
    expect(await collect(bus.read({ topics: [topic], from: 'end', follow: false }))).toEqual([]);
  });

  async function passing(): Promise<string[]> {
    const { projectId, emulatorHost = '' } = harness.options;
    const clientOptions = { universeDomain: 'googleapis.com' };
    const client = new PubSub({ projectId, apiEndpoint: emulatorHost, emulatorMode: true, clientOptions });
    const [subscriptions] = await client.getSubscriptions();
    await client.close();
    return subscriptions.map(({ name }) => name).filter((name) => name.includes('~~read-'));
  }
});
