import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { ContractError } from '@foundnow/contracts';
import type { SchemaIds } from '@foundnow/contracts';
import { eventually } from '@foundnow/testing';
import type { OutboxRelay } from '../src/index.ts';
import { shardOf } from '../src/index.ts';
import { FakeBus } from './fake-bus.ts';
import { numbered, numberedWriter } from './numbered-events.ts';
import { outboxDatabase } from './outbox-database.ts';
import type { OutboxDatabase } from './outbox-database.ts';
import { testRelay } from './running-relay.ts';

let db: OutboxDatabase;
let bus: FakeBus;
const started: OutboxRelay[] = [];
beforeAll(async () => void (db = await outboxDatabase()));
afterAll(() => db.drop());
beforeEach(async () => {
  bus = new FakeBus();
  await db.query('TRUNCATE outbox, outbox_quarantine');
});
afterEach(() => Promise.all(started.splice(0).map((relay) => relay.stop())));

/** What the build of one version knows: the schemas up to that version. */
const build = (newest: number): Pick<SchemaIds, 'idOf'> => ({
  idOf(recordName, version) {
    if (version <= newest) return version;
    throw new ContractError('contract.unknown_schema', `${recordName} is newer`, { kind: 'dependency' });
  },
});

function start(newest: number) {
  const running = testRelay(db.url, bus, { pollMs: 20, schemaIds: build(newest) });
  started.push(running.relay);
  running.relay.start();
  return running;
}

async function write(key: string, schemaVersion: number, ...numbers: number[]): Promise<void> {
  await db.transaction(async (tx) => {
    await numberedWriter().append(
      tx,
      numbers.map((number) => numbered(key, number)),
    );
    // In the same transaction: a relay that runs must not see them as they were.
    await tx.query('UPDATE outbox SET version = $1 WHERE key = $2 AND version < $1', [schemaVersion, key]);
  });
}

const elsewhere = ['b', 'c', 'd', 'e'].find((key) => shardOf(key) !== shardOf('a')) ?? '';
const warnings = ({ lines }: ReturnType<typeof start>) =>
  lines.filter(({ level }) => level === 'warn').map(({ fields }) => fields['dependency']);

describe('an event that a newer build wrote', () => {
  it('is published by that build while an older one still runs and leads', async () => {
    const old = start(1);
    await eventually(() => expect(old.lines.map(({ message }) => message)).toContain('leading outbox shards'));
    start(2);
    await write('a', 2, 1, 2, 3);
    await write(elsewhere, 1, 1, 2);
    await eventually(() => expect(bus.numbers('a')).toEqual([1, 2, 3]));
    await eventually(() => expect(bus.numbers(elsewhere)).toEqual([1, 2]));
    expect(bus.log.filter(({ key }) => key === 'a').map(({ value }) => value[4])).toEqual([2, 2, 2]);
    expect(old.quarantined).toEqual([]);
  });

  it('waits for it when there are older ones only, which say so once and go on with the rest', async () => {
    const old = [start(1), start(1)];
    await write('a', 2, 1);
    await eventually(() => expect(old.flatMap(warnings)).toContain('newer-build'));
    for (const number of [1, 2, 3]) {
      await write(elsewhere, 1, number);
      await eventually(() => expect(bus.numbers(elsewhere).at(-1)).toBe(number));
    }
    expect(bus.numbers('a')).toEqual([]);
    for (const each of old) expect(warnings(each).length).toBeLessThan(2);
    expect(await db.count('outbox_quarantine')).toBe(0);
    start(2);
    await eventually(() => expect(bus.numbers('a')).toEqual([1]));
    await eventually(async () => expect(await db.count('outbox')).toBe(0));
  });
});
