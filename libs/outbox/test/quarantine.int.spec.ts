import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { ContractError } from '@foundnow/contracts';
import { MessagesRefused } from '@foundnow/messaging';
import { eventually } from '@foundnow/testing';
import type { OutboxRelay } from '../src/index.ts';
import { dropQuarantined, listQuarantined, releaseQuarantined } from '../src/index.ts';
import { FakeBus } from './fake-bus.ts';
import { numbered, numberedWriter, numberOf, TOPIC } from './numbered-events.ts';
import { outboxDatabase, SCHEMA } from './outbox-database.ts';
import type { OutboxDatabase } from './outbox-database.ts';
import { testRelay } from './running-relay.ts';

let db: OutboxDatabase;
let bus: FakeBus;
const started: OutboxRelay[] = [];
beforeAll(async () => void (db = await outboxDatabase()));
afterAll(() => db.drop());
beforeEach(async () => {
  await db.query('TRUNCATE outbox, outbox_quarantine');
  bus = new FakeBus();
  bus.before = (batch) => {
    const refused = batch.filter((message) => message.key === 'bad' && numberOf(message) === 2);
    if (refused.length > 0) throw new MessagesRefused(refused, 'too strange');
  };
});
afterEach(() => Promise.all(started.splice(0).map((relay) => relay.stop())));

/** Knows every schema but the one of this version. */
const UNKNOWN = 99;
const schemaIds = {
  idOf(recordName: string, version: number): number {
    if (version === UNKNOWN) throw new ContractError('contract.schema_refused', `no id for ${recordName}`);
    return 7;
  },
};

function start() {
  const running = testRelay(db.url, bus, { pollMs: 20, schemaIds });
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

async function quarantineOne() {
  await write('bad', 1, 2, 3);
  await write('good', 1);
  const running = start();
  await eventually(async () => expect(await db.count('outbox_quarantine')).toBe(1));
  await eventually(() => expect(bus.numbers('good').concat(bus.numbers('bad'))).toEqual([1, 1]));
  return running;
}

describe('an event whose schema is refused for good', () => {
  it('goes to the quarantine alone, with the reason: the other keys of its batch flow', async () => {
    await write('bad', 1);
    await write('good', 1);
    await db.query(`UPDATE outbox SET version = ${UNKNOWN} WHERE key = 'bad'`);
    start();
    await eventually(() => expect(bus.numbers('good')).toEqual([1]));
    expect(await listQuarantined(db, SCHEMA)).toMatchObject([
      { key: 'bad', reason: 'no id for foundnow.shop.Updated' },
    ]);
  });
});

describe('an event that the bus refuses for good', () => {
  it('goes to the quarantine with an alarm; its key waits and the others flow', async () => {
    const { lines, quarantined } = await quarantineOne();
    await write('bad', 4);
    await write('good', 2);
    await eventually(() => expect(bus.numbers('good')).toEqual([1, 2]));
    expect(bus.numbers('bad')).toEqual([1]);
    expect(await db.count('outbox')).toBe(2);
    expect(quarantined).toEqual([TOPIC]);
    const [alarm] = lines.filter((line) => line.level === 'error');
    expect(alarm?.fields).toMatchObject({ topic: TOPIC, type: 'post.updated' });
    expect(JSON.stringify(alarm)).not.toContain('bad');
    expect(await listQuarantined(db, SCHEMA)).toMatchObject([{ key: 'bad', reason: 'too strange', bytes: 1 }]);
  });

  it('holds its key back across a change of leader', async () => {
    const { relay } = await quarantineOne();
    await relay.stop();
    start();
    await write('good', 2);
    await eventually(() => expect(bus.numbers('good')).toEqual([1, 2]));
    expect(bus.numbers('bad')).toEqual([1]);
  });

  it('is published in its place once it is released', async () => {
    await quarantineOne();
    // Enough traffic in between for a scan to have moved on, were it not held back.
    for (let round = 0; round < 5; round++) await write('other', ...Array.from({ length: 900 }, (_, i) => i));
    await eventually(() => expect(bus.numbers('other')).toHaveLength(4_500));
    bus.before = () => undefined;
    expect(await releaseQuarantined(db, SCHEMA, { topic: TOPIC, key: 'bad' })).toBe(1);
    await eventually(() => expect(bus.numbers('bad')).toEqual([1, 2, 3]));
    await eventually(async () => expect(await db.count('outbox')).toBe(0));
  });

  it('comes back to the quarantine when it is released too early', async () => {
    await quarantineOne();
    await releaseQuarantined(db, SCHEMA, { topic: TOPIC, key: 'bad' });
    await eventually(async () => expect(await db.count('outbox_quarantine')).toBe(1));
    expect(bus.numbers('bad')).toEqual([1]);
  });

  it('can be dropped, and the events behind it flow again', async () => {
    await quarantineOne();
    const [event] = await listQuarantined(db, SCHEMA);
    expect(await dropQuarantined(db, SCHEMA, event?.eventId ?? '')).toMatchObject({ key: 'bad' });
    await eventually(() => expect(bus.numbers('bad')).toEqual([1, 3]));
    expect(await dropQuarantined(db, SCHEMA, event?.eventId ?? '')).toBeUndefined();
  });
});
