import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import pg from 'pg';
import { busTables, migrateBus, type EmbeddedBus } from '../src/index.ts';
import { appendElsewhere, type EmbeddedHarness, startEmbeddedHarness } from './embedded-harness.ts';
import { aMessage, freshGroup, seqOf } from './sample-messages.ts';

const DAY = 24 * 60 * 60 * 1000;

describe('The log of the embedded bus', () => {
  let harness: EmbeddedHarness;
  let admin: pg.Client;
  let bus: EmbeddedBus;

  beforeAll(async () => {
    harness = await startEmbeddedHarness();
    bus = await harness.createBus();
    admin = new pg.Client({ connectionString: harness.adminUrl });
    await admin.connect();
  }, 120_000);
  afterAll(async () => {
    await bus.close();
    await admin.end();
    await harness.close();
  });

  const offsets = async (topic: string) => {
    const { rows } = await admin.query(
      `SELECT array_agg(at::int ORDER BY at) AS offsets, array_agg(at::int ORDER BY published_at, at) AS by_time
       FROM bus.segment JOIN bus.topic USING (topic_id), generate_series(base_offset, base_offset + count - 1) AS at
       WHERE name = $1 GROUP BY partition`,
      [topic],
    );
    return rows as { offsets: number[]; by_time: number[] }[];
  };

  it('numbers each partition without gaps, and in the order of time, under many writers at once', async () => {
    const topic = await harness.createTopic(3);
    const writers = [await harness.createBus(), await harness.createBus(), await harness.createBus()];
    const write = async (writer: EmbeddedBus) => {
      for (let i = 0; i < 20; i += 1) {
        await writer.publish(Array.from({ length: 7 }, (_, n) => aMessage(topic, `key-${i}-${n}`)));
      }
    };
    await Promise.all([...writers, ...writers].map(write));
    const partitions = await offsets(topic);
    const all = partitions.flatMap((partition) => partition.offsets);
    expect(all).toHaveLength(6 * 20 * 7);
    for (const partition of partitions) {
      expect(partition.offsets).toEqual(partition.offsets.map((_, index) => index));
      expect(partition.by_time).toEqual(partition.offsets);
    }
    await Promise.all(writers.map((writer) => writer.close()));
  });

  it('shows a reader no message before the ones in front of it', async () => {
    const topic = await harness.createTopic(1);
    await bus.publish([aMessage(topic, 'a', { seq: 0 })]);
    const slow = new pg.Client({ connectionString: harness.appUrl });
    await slow.connect();
    await slow.query('BEGIN');
    await appendElsewhere(slow, aMessage(topic, 'a', { seq: 1 }));
    const behind = bus.publish([aMessage(topic, 'a', { seq: 2 })]);
    const seen: number[] = [];
    const read = async () => {
      for await (const message of bus.read({ topics: [topic], from: 'beginning', follow: false }))
        seen.push(seqOf(message));
    };
    await read();
    expect(seen).toEqual([0]);
    await slow.query('COMMIT');
    await slow.end();
    await behind;
    seen.length = 0;
    await read();
    expect(seen).toEqual([0, 1, 2]);
  });

  it('deletes what is past its retention, topic by topic, and goes on numbering where it was', async () => {
    const [short, long] = [await harness.createTopic(1), await harness.createTopic(1)];
    const retentionOf = (topic: string) => (topic === short ? DAY : 30 * DAY);
    const keeper = await harness.createBus({ retentionOf });
    const batch = (topic: string) => Array.from({ length: 2_500 }, (_, seq) => aMessage(topic, 'a', { seq }));
    await keeper.publish([...batch(short), ...batch(long)]);
    const group = freshGroup('retained');
    await (
      await keeper.subscribe({ group, generation: 9, topics: [long], startAt: 'end' }, async () => undefined)
    ).stop();
    expect(await keeper.retain(new Date(Date.now() + 2 * DAY))).toBe(2_500);
    await keeper.publish([aMessage(short, 'a', { seq: 2_500 })]);
    expect((await offsets(short)).map((partition) => partition.offsets)).toEqual([[2_500]]);
    expect((await offsets(long)).map((partition) => partition.offsets.length)).toEqual([2_500]);
    await keeper.retain(new Date(Date.now() + 40 * DAY));
    expect((await admin.query('SELECT 1 FROM bus.group_position WHERE group_name = $1', [group])).rows).toEqual([]);
    await keeper.close();
  });

  it('is migrated once, however many start at the same time, and can be taken down', async () => {
    const admin2 = new URL(harness.adminUrl);
    await admin.query('CREATE SCHEMA other');
    await Promise.all([1, 2, 3].map(() => migrateBus(admin2.href, 'other')));
    expect((await admin.query('SELECT step FROM other.bus_migration')).rows).toEqual([{ step: 1 }]);
    await admin.query(busTables('other').down);
    const left = await admin.query(`SELECT tablename FROM pg_tables WHERE schemaname = 'other'`);
    expect(left.rows).toEqual([{ tablename: 'bus_migration' }]);
  });

  it('gives the role that serves no right to change its structure', async () => {
    const app = new pg.Client({ connectionString: harness.appUrl });
    await app.connect();
    await expect(app.query('ALTER TABLE bus.segment ADD COLUMN x int')).rejects.toThrow('must be owner');
    await expect(app.query('CREATE TABLE bus.mine (x int)')).rejects.toThrow('permission denied');
    await app.end();
  });

  it('answers a ping, and says so when its schema is missing', async () => {
    await expect(bus.ping()).resolves.toBeUndefined();
    const lost = await harness.createBus({ schema: 'nowhere' });
    await expect(lost.ping()).rejects.toThrow('nowhere');
    await lost.close();
  });
});
