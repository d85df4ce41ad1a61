import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { eventually } from '@foundnow/testing';
import type { OutboxRelay } from '../src/index.ts';
import { shardOf } from '../src/index.ts';
import { FakeBus } from './fake-bus.ts';
import { numbered, numberedWriter, numberOf } from './numbered-events.ts';
import { outboxDatabase } from './outbox-database.ts';
import type { OutboxDatabase } from './outbox-database.ts';
import { testRelay } from './running-relay.ts';
import type { TestRelay } from './running-relay.ts';

let db: OutboxDatabase;
let bus: FakeBus;
const started: OutboxRelay[] = [];
beforeAll(async () => void (db = await outboxDatabase()));
afterAll(() => db.drop());
beforeEach(async () => {
  bus = new FakeBus();
  await db.query('TRUNCATE outbox, outbox_quarantine');
});
afterEach(async () => {
  bus.before = () => undefined;
  await Promise.all(started.splice(0).map((relay) => relay.stop()));
});

function start(options: Parameters<typeof testRelay>[2] = {}): TestRelay {
  const running = testRelay(db.url, bus, { pollMs: 20, ...options });
  started.push(running.relay);
  running.relay.start();
  return running;
}

const write = (key: string, ...versions: number[]): Promise<void> =>
  db.transaction((tx) =>
    numberedWriter().append(
      tx,
      versions.map((version) => numbered(key, version)),
    ),
  );
const empty = (): Promise<unknown> => eventually(async () => expect(await db.count('outbox')).toBe(0));
const range = (count: number): number[] => Array.from({ length: count }, (_, i) => i + 1);

describe('OutboxRelay', () => {
  it('publishes framed messages with their attributes and deletes them after that', async () => {
    await write('a', 1);
    bus.before = async () => expect(await db.count('outbox')).toBe(1);
    start();
    await empty();
    expect(bus.log).toHaveLength(1);
    expect([...(bus.log[0]?.value.subarray(0, 5) ?? [])]).toEqual([0, 0, 0, 0, 7]);
    expect(bus.log[0]).toMatchObject({
      topic: 'posts.events',
      key: 'a',
      attributes: {
        type: 'post.updated',
        subject: 'a',
        dataschema: 'foundnow.shop.Updated/v1',
        source: '/foundnow/fn-shop',
      },
    });
  });

  it('keeps the order of each key over many batches and byte limits', async () => {
    for (const key of ['a', 'b', 'c']) await write(key, ...range(200));
    start({ batchSize: 16, batchBytes: 20 });
    await empty();
    for (const key of ['a', 'b', 'c']) expect(bus.numbers(key)).toEqual(range(200));
  });

  it('publishes within a poll what another process wrote, and at once when it is woken', async () => {
    const { relay } = start({ pollMs: 60_000 });
    await eventually(() => expect(started).toHaveLength(1));
    await write('a', 1);
    relay.wake();
    await eventually(() => expect(bus.numbers('a')).toEqual([1]));
  });

  it('tries again for ever when the bus is away, says so once, and loses nothing', async () => {
    let away = true;
    bus.before = () => {
      if (away) throw new Error('no broker');
    };
    await write('a', 1, 2, 3);
    const { lines } = start();
    await eventually(() => expect(bus.calls).toBeGreaterThan(2));
    expect(lines.filter((line) => line.level === 'warn').map((line) => line.fields['dependency'])).toEqual(['bus']);
    away = false;
    await empty();
    expect(bus.numbers('a')).toEqual([1, 2, 3]);
    expect(lines.at(-1)?.message).toBe('events flow again');
  });

  it('keeps the order of each key when every third batch fails', async () => {
    const keys = ['a', 'b', 'c', 'd', 'e', 'f'];
    for (const key of keys) await write(key, ...range(60));
    bus.before = () => {
      if (bus.calls % 3 === 0) throw new Error('no broker');
    };
    start({ batchSize: 24 });
    await empty();
    for (const key of keys) expect(bus.numbers(key)).toEqual(range(60));
  });

  it('waits for the schema registry without blocking a write', async () => {
    let away = true;
    const { lines } = start({
      schemaIds: { idOf: () => (away ? Promise.reject(new Error('registry')) : Promise.resolve(7)) },
    });
    await write('a', 1);
    await eventually(() => expect(lines.some((line) => line.fields['dependency'] === 'schema-registry')).toBe(true));
    await write('a', 2);
    expect(bus.log).toEqual([]);
    away = false;
    await empty();
    expect(bus.numbers('a')).toEqual([1, 2]);
  });

  it('lets other shards go on while one cannot be published', async () => {
    const healthy = ['b', 'c', 'd', 'e'].find((key) => shardOf(key) !== shardOf('a')) ?? '';
    let away = true;
    bus.before = (batch) => {
      if (away && batch.some((message) => message.key === 'a')) throw new Error('partition without leader');
    };
    await write('a', 1, 2);
    start();
    for (const version of range(5)) {
      await write(healthy, version);
      await eventually(() => expect(bus.numbers(healthy)).toEqual(range(version)));
    }
    expect(bus.numbers('a')).toEqual([]);
    away = false;
    await empty();
    expect(bus.numbers('a')).toEqual([1, 2]);
  });

  it('finishes the batch under way when it is stopped, and then publishes nothing more', async () => {
    const gate = Promise.withResolvers<void>();
    bus.before = () => gate.promise;
    await write('a', ...range(40));
    const { relay } = start({ batchSize: 20 });
    await eventually(() => expect(bus.calls).toBe(1));
    const stopped = relay.stop();
    gate.resolve();
    await stopped;
    expect(bus.log.map(numberOf)).toEqual(range(bus.log.length));
    expect(await db.count('outbox')).toBe(40 - bus.log.length);
    expect(bus.log.length).toBeLessThan(40);
  });
});
