import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { eventually } from '@foundnow/testing';
import { findings } from './disorder.ts';
import { FakeBus } from './fake-bus.ts';
import { startWriters } from './hot-key-writers.ts';
import { numberedWriter, numberOf, raise } from './numbered-events.ts';
import { outboxDatabase } from './outbox-database.ts';
import type { OutboxDatabase } from './outbox-database.ts';
import { testRelay } from './running-relay.ts';

const CHANGES = 4_000;

let db: OutboxDatabase;
beforeAll(async () => void (db = await outboxDatabase()));
afterAll(() => db.drop());

it('loses and overtakes nothing under 16 writers, long transactions and changes of leader', async () => {
  const bus = new FakeBus();
  const reader = await db.connect();
  await reader.query('BEGIN ISOLATION LEVEL REPEATABLE READ; SELECT count(*) FROM outbox');
  const relays = [testRelay(db.url, bus, { batchSize: 40, pollMs: 5 }), testRelay(db.url, bus, { batchSize: 300 })];
  for (const { relay } of relays) relay.start();
  const writers = await startWriters(db, CHANGES, () => {
    for (const { relay } of relays) relay.wake();
  });

  // It takes the lowest ids of all and commits them after nearly everybody else.
  const late = Promise.withResolvers<void>();
  const slow = db.transaction(async (tx) => {
    await raise(tx, numberedWriter(), 'cold-200');
    await late.promise;
  });
  for (const { relay } of relays) {
    const published = bus.log.length;
    await eventually(() => expect(bus.log.length).toBeGreaterThan(published + CHANGES / 8));
    await relay.stop();
    relay.start();
  }
  await eventually(() => expect(bus.log.length).toBeGreaterThan(CHANGES * 0.9), { timeoutMs: 60_000 });
  late.resolve();
  await Promise.all([slow, writers.done]);
  await eventually(async () => expect(await db.count('outbox')).toBe(0), { timeoutMs: 60_000 });
  await Promise.all(relays.map(({ relay }) => relay.stop()));
  await reader.query('ROLLBACK');

  const seen = bus.log.map((message) => ({ key: message.key, version: numberOf(message) }));
  expect(findings(seen, await writers.reached())).toEqual({ lost: 0, inverted: 0, duplicates: 0 });
  expect(seen).toHaveLength(CHANGES + 1);
}, 300_000);
