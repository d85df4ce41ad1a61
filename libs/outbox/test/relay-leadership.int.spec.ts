import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { eventually } from '@foundnow/testing';
import type { OutboxRelay } from '../src/index.ts';
import { FakeBus } from './fake-bus.ts';
import { numbered, numberedWriter } from './numbered-events.ts';
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

function start(): TestRelay {
  const running = testRelay(db.url, bus, { pollMs: 20 });
  started.push(running.relay);
  running.relay.start();
  return running;
}

const leads = ({ lines }: TestRelay): unknown =>
  lines.findLast((line) => line.message.startsWith('leading'))?.fields['shards'];
const write = (key: string, version: number): Promise<void> =>
  db.transaction((tx) => numberedWriter().append(tx, [numbered(key, version)]));
const breakSessions = (): Promise<unknown> =>
  db.query(`SELECT pg_terminate_backend(pid) FROM pg_stat_activity
    WHERE application_name LIKE 'foundnow-relay%' AND datname = current_database()`);

describe('leadership of shards', () => {
  it('belongs to one relay, and goes to another one when that stops', async () => {
    const first = start();
    await eventually(() => expect(leads(first)).toEqual([0, 1, 2, 3, 4, 5, 6, 7]));
    const second = start();
    await write('a', 1);
    await eventually(() => expect(bus.numbers('a')).toEqual([1]));
    expect(leads(second)).toBeUndefined();
    await first.relay.stop();
    await eventually(() => expect(leads(second)).toEqual([0, 1, 2, 3, 4, 5, 6, 7]));
    await write('a', 2);
    await eventually(() => expect(bus.numbers('a')).toEqual([1, 2]));
  });

  it('ends with the connection: the batch in between is published again, nothing is lost or overtaken', async () => {
    const gate = Promise.withResolvers<void>();
    const { lines } = start();
    await eventually(() => expect(lines.length).toBeGreaterThan(0));
    bus.before = () => gate.promise;
    await write('a', 1);
    await eventually(() => expect(bus.calls).toBe(1));
    await breakSessions();
    await write('a', 2);
    gate.resolve();
    await eventually(async () => expect(await db.count('outbox')).toBe(0));
    expect(bus.numbers('a')).toEqual([1, 1, 2]);
    expect(lines.some((line) => line.fields['dependency'] === 'database')).toBe(true);
  });

  it('is taken up again by itself after an idle connection broke', async () => {
    const running = start();
    await eventually(() => expect(leads(running)).toBeDefined());
    await breakSessions();
    await write('a', 1);
    await eventually(() => expect(bus.numbers('a')).toEqual([1]));
  });

  it('needs no database at the start', async () => {
    const url = new URL(db.url);
    url.port = '1';
    const { relay, lines } = testRelay(url.href, bus);
    relay.start();
    await eventually(() => expect(lines.map((line) => line.fields['dependency'])).toEqual(['database']));
    await relay.stop();
    expect(bus.calls).toBe(0);
  });
});
