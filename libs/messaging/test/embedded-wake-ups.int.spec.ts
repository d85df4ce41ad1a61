import { eventually } from '@foundnow/testing';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import pg from 'pg';
import { appendElsewhere, type EmbeddedHarness, startEmbeddedHarness } from './embedded-harness.ts';
import { Ledger } from './ledger.ts';
import { aMessage, freshGroup } from './sample-messages.ts';

/** So long that only a wake-up can explain a delivery. */
const NO_POLL = { pollMs: 60_000 };

describe('Wake-ups of the embedded bus', () => {
  let harness: EmbeddedHarness;
  let other: pg.Client;
  const heard: string[] = [];
  beforeAll(async () => {
    harness = await startEmbeddedHarness();
    other = new pg.Client({ connectionString: harness.appUrl });
    await other.connect();
    other.on('notification', ({ payload }) => heard.push(payload ?? ''));
    await other.query('LISTEN bus_news');
  }, 120_000);
  afterAll(async () => {
    await other.end();
    await harness.close();
  });

  it('reach a consumer from another process, and another process from a publisher', async () => {
    const bus = await harness.createBus(NO_POLL);
    const topic = await harness.createTopic(1);
    const ledger = new Ledger();
    await bus.subscribe({ group: freshGroup('woken'), topics: [topic] }, ledger.take);
    await bus.publish([aMessage(topic, 'a', { seq: 0 })]);
    await eventually(() => expect(ledger.seqs('a')).toEqual([0]));
    await eventually(() => expect(heard.join(' ').split(' ')).toContain(`${topic}/0`));

    await appendElsewhere(other, aMessage(topic, 'a', { seq: 1 }));
    await other.query('SELECT pg_notify($1, $2)', ['bus_news', `another-process ${topic}/0`]);
    await eventually(() => expect(ledger.seqs('a')).toEqual([0, 1]));
    await bus.close();
  });

  it('reach every bus of this process without a round trip, and one NOTIFY carries a burst', async () => {
    const [publisher, consumer] = [await harness.createBus(NO_POLL), await harness.createBus(NO_POLL)];
    const topic = await harness.createTopic(1);
    const ledger = new Ledger();
    await consumer.subscribe({ group: freshGroup('near'), topics: [topic] }, ledger.take);
    await publisher.publish([aMessage(topic, 'a')]);
    heard.length = 0;
    const burst = Array.from({ length: 200 }, () => publisher.publish([aMessage(topic, 'a')]));
    await Promise.all(burst);
    await eventually(() => expect(ledger.messages).toHaveLength(201));
    await other.query('SELECT 1');
    expect(heard.length).toBeLessThan(40);
    await Promise.all([publisher, consumer].map((bus) => bus.close()));
  });

  it('are not needed: a poll finds what no one rang for', async () => {
    const bus = await harness.createBus({ pollMs: 50, applicationName: 'deaf' });
    const topic = await harness.createTopic(1);
    const ledger = new Ledger();
    await bus.subscribe({ group: freshGroup('polled'), topics: [topic] }, ledger.take);
    await appendElsewhere(other, aMessage(topic, 'a', { seq: 0 }));
    await eventually(() => expect(ledger.seqs('a')).toEqual([0]));
    await bus.close();
  });
});
