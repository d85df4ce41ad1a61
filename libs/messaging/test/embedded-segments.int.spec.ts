import { eventually } from '@foundnow/testing';
import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import pg from 'pg';
import { LogSlices } from '../src/embedded/log-slices.ts';
import type { DeliveredMessage, EmbeddedBus } from '../src/index.ts';
import { type EmbeddedHarness, startEmbeddedHarness } from './embedded-harness.ts';
import { Ledger } from './ledger.ts';
import { aMessage, freshGroup, seqOf } from './sample-messages.ts';

const DAY = 24 * 60 * 60 * 1000;
const range = (from: number, to: number) => Array.from({ length: to - from }, (_, index) => from + index);

const sized = (topic: string, bytes: number, seq = 0) => ({
  ...aMessage(topic, 'a'),
  value: Buffer.from(JSON.stringify({ name: 'sample.made', seq }).padEnd(bytes)),
});

/** Messages are stored many to a row: nobody outside may see it. */
describe('The segments of the embedded log', () => {
  let harness: EmbeddedHarness;
  let admin: pg.Client;
  let bus: EmbeddedBus;
  const buses: EmbeddedBus[] = [];
  beforeAll(async () => {
    harness = await startEmbeddedHarness();
    bus = await harness.createBus();
    admin = new pg.Client({ connectionString: harness.adminUrl });
    await admin.connect();
  }, 120_000);
  afterEach(async () => {
    await Promise.all(buses.splice(0).map((each) => each.close()));
  });
  afterAll(async () => {
    await bus.close();
    await admin.end();
    await harness.close();
  });

  const open = async (options?: Parameters<EmbeddedHarness['createBus']>[0]) => {
    const another = await harness.createBus(options);
    buses.push(another);
    return another;
  };
  const segments = async (topic: string) => {
    const { rows } = await admin.query(
      `SELECT base_offset::int AS base, count FROM bus.segment JOIN bus.topic USING (topic_id)
       WHERE name = $1 ORDER BY partition, base_offset`,
      [topic],
    );
    return rows as { base: number; count: number }[];
  };
  const readAll = async (topic: string, from: 'beginning' | Date = 'beginning') => {
    const all: DeliveredMessage[] = [];
    for await (const message of bus.read({ topics: [topic], from, follow: false })) all.push(message);
    return all;
  };
  const moveTo = (group: string, offset: number) =>
    admin.query('UPDATE bus.group_position SET next_offset = $2 WHERE group_name = $1', [group, offset]);

  it('are entered in their middle by a group that stood there', async () => {
    const topic = await harness.createTopic(1);
    await bus.publish(range(0, 10).map((seq) => aMessage(topic, 'a', { seq })));
    expect(await segments(topic)).toEqual([{ base: 0, count: 10 }]);
    const group = freshGroup('middle');
    await (await bus.subscribe({ group, topics: [topic], startAt: 'end' }, async () => undefined)).stop();
    await moveTo(group, 4);
    expect((await bus.lag(group, [topic])).get(topic)).toBe(6);
    const ledger = new Ledger();
    const subscription = await bus.subscribe({ group, topics: [topic] }, ledger.take);
    await eventually(() => expect(ledger.seqs('a')).toEqual(range(4, 10)));
    await subscription.stop();
    expect((await bus.lag(group, [topic])).get(topic)).toBe(0);
  });

  it('are left in their middle by a bounded subscription whose end lay there', async () => {
    const topic = await harness.createTopic(1);
    await bus.publish(range(0, 10).map((seq) => aMessage(topic, 'a', { seq })));
    const { rows } = await admin.query('SELECT topic_id AS id, name, partitions FROM bus.topic WHERE name = $1', [
      topic,
    ]);
    const stretch = { topic: rows[0], partition: 0, from: 3, before: 7, maxMessages: 100, maxBytes: 100_000 };
    const pool = new pg.Pool({ connectionString: harness.appUrl, max: 1 });
    const slices = new LogSlices(pool, 'bus');
    const [slice] = await slices.read([stretch]);
    expect([slice?.messages.map(seqOf), slice?.exhausted]).toEqual([[3, 4, 5, 6], true]);
    expect(await slices.read([{ ...stretch, from: 10, before: 20 }])).toEqual([{ messages: [], exhausted: true }]);
    await pool.end();
  });

  it('follow each other without a gap when a batch needs many, and are read in pieces that fit a small buffer', async () => {
    const topic = await harness.createTopic(2);
    const batch = range(0, 3_000).map((seq) => aMessage(topic, `key-${seq % 7}`, { seq: Math.floor(seq / 7) }));
    await bus.publish(batch);
    expect((await segments(topic)).length).toBeGreaterThan(20);
    const small = await open({ bufferMessages: 10, bufferBytes: 1000 });
    const ledger = new Ledger();
    await small.subscribe({ group: freshGroup('many'), topics: [topic] }, ledger.take);
    const expected = new Map(range(0, 7).map((key) => [`key-${key}`, key < 4 ? 429 : 428]));
    await eventually(() => expect(ledger.faults(expected)).toEqual([]), { timeoutMs: 60_000 });
    expect(ledger.messages).toHaveLength(3_000);
    expect(await readAll(topic)).toHaveLength(3_000);
  });

  it('hold small messages together and large ones alone, in the order of the batch', async () => {
    const topic = await harness.createTopic(1);
    const sizes = [10, 10, 900_000, 10, 5_000, 5_000, 10, 9_000, 10, 300_000, 10];
    const batch = sizes.map((bytes, seq) => sized(topic, bytes, seq));
    await bus.publish(batch);
    const found = await segments(topic);
    expect(found.map(({ count }) => count)).toEqual([2, 1, 2, 2, 1, 1, 1, 1]);
    const ledger = new Ledger();
    await bus.subscribe({ group: freshGroup('mixed'), topics: [topic] }, ledger.take);
    await eventually(() => expect(ledger.seqs('a')).toEqual(range(0, sizes.length)));
    expect(ledger.messages.map(({ value }) => value.length)).toEqual(batch.map(({ value }) => value.length));
  });

  it('stay in their rows up to a page', async () => {
    const topic = await harness.createTopic(1);
    const state = async () => {
      const { rows } = await admin.query(
        `SELECT pg_relation_size(reltoastrelid)::int AS moved_out, (SELECT max(octet_length(payload)) FROM bus.segment
           JOIN bus.topic USING (topic_id) WHERE name = $1) AS largest FROM pg_class WHERE oid = 'bus.segment'::regclass`,
        [topic],
      );
      return rows[0] as { moved_out: number; largest: number | null };
    };
    const before = await state();
    const sizes = range(0, 100).map((index) => 7_400 + index * 5);
    await bus.publish(sizes.map((bytes) => sized(topic, bytes)));
    const after = await state();
    expect(after.moved_out).toBe(before.moved_out);
    expect(after.largest).toBeGreaterThan(8_000);
    await bus.publish([sized(topic, 10_000)]);
    expect((await state()).moved_out).toBeGreaterThan(before.moved_out);
  });

  it('let a read begin at the segment of a time', async () => {
    const topic = await harness.createTopic(1);
    await bus.publish(range(0, 5).map((seq) => aMessage(topic, 'a', { seq })));
    const [first] = await readAll(topic);
    await eventually(() => expect(Date.now()).toBeGreaterThan(first!.publishedAt.getTime() + 5));
    await bus.publish(range(5, 10).map((seq) => aMessage(topic, 'a', { seq })));
    const later = new Date(first!.publishedAt.getTime() + 1);
    expect((await readAll(topic, later)).map(seqOf)).toEqual(range(5, 10));
    expect((await readAll(topic, first!.publishedAt)).map(seqOf)).toEqual(range(0, 10));
  });

  it('go on numbering where they were when retention empties their partition, also under publishers', async () => {
    const topic = await harness.createTopic(1);
    const keeper = await open({ retentionOf: (name) => (name === topic ? DAY : 1000 * DAY) });
    const later = () => new Date(Date.now() + 2 * DAY);
    let publishing = true;
    const cleaning = (async () => {
      let deleted = 0;
      while (publishing) deleted += await keeper.retain(later());
      return deleted;
    })();
    try {
      for (const round of range(0, 40)) {
        await bus.publish(range(0, 25).map((index) => aMessage(topic, 'a', { seq: round * 25 + index })));
      }
    } finally {
      publishing = false;
    }
    const meanwhile = await cleaning;
    expect(meanwhile).toBeGreaterThan(0);
    expect([meanwhile + (await keeper.retain(later())), await segments(topic)]).toEqual([1_000, []]);
    await bus.publish([aMessage(topic, 'a', { seq: 1_000 })]);
    expect(await readAll(topic)).toMatchObject([{ offset: '1000' }]);
  }, 120_000);

  it('of concurrent publishers to one partition have no gaps and lie in the order of their commits', async () => {
    const topic = await harness.createTopic(1);
    const writers = await Promise.all(range(0, 4).map(() => open()));
    const acknowledged: string[][] = [];
    await Promise.all(
      writers.map(async (writer, lane) => {
        for (let round = 0; round < 25; round += 1) {
          const batch = range(0, 1 + ((round * 7 + lane) % 30)).map((seq) => aMessage(topic, `key-${lane}`, { seq }));
          const before = acknowledged.length;
          await writer.publish(batch);
          acknowledged.push([String(before), ...batch.map(({ attributes }) => attributes.id)]);
        }
      }),
    );
    const log = await readAll(topic);
    expect(log.map(({ offset }) => Number(offset))).toEqual(range(0, log.length));
    const place = new Map(log.map(({ attributes }, at) => [attributes.id, at]));
    const places = acknowledged.map(([, ...ids]) => ids.map((id) => place.get(id) ?? -1));
    for (const [first = -1, ...rest] of places) expect(rest).toEqual(rest.map((_, index) => first + 1 + index));
    for (const [index, [before = '0']] of acknowledged.entries()) {
      // What was acknowledged before this publication began lies before it.
      const earlier = places.slice(0, Number(before)).flat();
      expect(Math.max(-1, ...earlier)).toBeLessThan(places[index]?.[0] ?? -1);
    }
  }, 120_000);
});
