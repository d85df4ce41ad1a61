import { eventually } from '@foundnow/testing';
import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import pg from 'pg';
import { GroupSession } from '../src/embedded/group-session.ts';
import type { EmbeddedBus } from '../src/index.ts';
import { type EmbeddedHarness, startEmbeddedHarness } from './embedded-harness.ts';
import { Ledger } from './ledger.ts';
import { aMessage, freshGroup } from './sample-messages.ts';
import { startVictim } from './start-victim.ts';

describe('The sessions of the embedded bus', () => {
  let harness: EmbeddedHarness;
  let admin: pg.Client;
  let buses: EmbeddedBus[] = [];
  const open = async (applicationName: string) => {
    const bus = await harness.createBus({ applicationName });
    buses.push(bus);
    return bus;
  };
  const cut = (applicationName: string) =>
    admin.query('SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE application_name = $1', [
      applicationName,
    ]);

  beforeAll(async () => {
    harness = await startEmbeddedHarness();
    admin = new pg.Client({ connectionString: harness.adminUrl });
    admin.on('error', () => undefined);
    await admin.connect();
  }, 120_000);
  afterEach(async () => {
    await Promise.all(buses.map((bus) => bus.close()));
    buses = [];
  });
  afterAll(async () => {
    await admin.end();
    await harness.close();
  });

  it('abort what is under way when their connection is lost, join again, and deliver it again', async () => {
    const bus = await open('cut-once');
    const topic = await harness.createTopic(1);
    const ledger = new Ledger();
    const reasons: unknown[] = [];
    await bus.subscribe({ group: freshGroup('cut'), topics: [topic] }, async (message, { signal }) => {
      await ledger.take(message);
      if (reasons.length > 0) return;
      await new Promise<void>((resolve) => signal.addEventListener('abort', () => resolve()));
      reasons.push(signal.reason);
      throw new Error('aborted');
    });
    await bus.publish([aMessage(topic, 'a', { seq: 0 }), aMessage(topic, 'a', { seq: 1 })]);
    await eventually(() => expect(ledger.messages).toHaveLength(1));
    await cut('cut-once');
    await eventually(() => expect(ledger.seqs('a')).toEqual([0, 0, 1]));
    expect(reasons).toEqual([expect.objectContaining({ message: expect.stringContaining('lost') })]);
  });

  it('lose nothing and keep the order per key while all their connections are cut again and again', async () => {
    const [publisher, one, two] = [await open('cut-pub'), await open('cut-one'), await open('cut-two')];
    const topic = await harness.createTopic(4);
    const group = freshGroup('storm');
    const ledger = new Ledger();
    for (const bus of [one, two]) await bus.subscribe({ group, topics: [topic] }, ledger.take);
    const keys = Array.from({ length: 20 }, (_, i) => `key-${i}`);
    for (let seq = 0; seq < 60; seq += 1) {
      const batch = keys.map((key) => aMessage(topic, key, { seq }));
      await eventually(() => publisher.publish(batch));
      if (seq % 15 === 5) await Promise.all(['cut-one', 'cut-two', 'cut-pub'].map(cut));
    }
    const expected = new Map(keys.map((key) => [key, 60]));
    await eventually(() => expect(ledger.faults(expected)).toEqual([]), { timeoutMs: 60_000 });
  }, 120_000);

  it('hand over when a member is killed, with the end of its connection and not of a lease', async () => {
    const bus = await open('survivor');
    const topic = await harness.createTopic(2);
    const group = freshGroup('killed');
    const { module, options } = harness.child;
    const victim = startVictim({ module: module.href, options, group, topic, hangAt: 0 });
    await eventually(() => victim.reports.some((line) => line.event === 'subscribed'), { timeoutMs: 30_000 });
    await bus.publish(Array.from({ length: 8 }, (_, i) => aMessage(topic, `key-${i}`, { seq: 0 })));
    await eventually(() => victim.reports.some((line) => line.event === 'hanging'), { timeoutMs: 30_000 });
    const ledger = new Ledger();
    await bus.subscribe({ group, topics: [topic] }, ledger.take);
    await victim.kill();
    await eventually(() => expect(ledger.firstSeen().size).toBe(8), { timeoutMs: 10_000 });
  }, 120_000);

  it('let no former owner move a position, even while its connection lives', async () => {
    const topic = await harness.createTopic(1);
    const group = freshGroup('fence');
    const bus = await open('fencing');
    await (await bus.subscribe({ group, topics: [topic] }, async () => undefined)).stop();
    const { rows: topics } = await admin.query(
      'SELECT topic_id AS id, name, partitions FROM bus.topic WHERE name = $1',
      [topic],
    );
    const join = async () => {
      const client = new pg.Client({ connectionString: harness.appUrl });
      await client.connect();
      const session = new GroupSession(client, 'bus', { group, generation: 0 }, topics);
      await session.join();
      return session;
    };
    const [former, owner] = [await join(), await join()];
    const [old] = await former.claim(former.slices);
    expect(await owner.claim(owner.slices)).toEqual([]);
    await former.release([old!]);
    const [claim] = await owner.claim(owner.slices);
    await former.commit([{ claim: old!, nextOffset: 100 }]);
    await owner.commit([{ claim: claim!, nextOffset: 5 }]);
    const { rows } = await admin.query('SELECT next_offset FROM bus.group_position WHERE group_name = $1', [group]);
    expect(rows).toEqual([{ next_offset: '5' }]);
    await Promise.all([former.leave(), owner.leave()]);
  });
});
