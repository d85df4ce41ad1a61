import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { uuidv7 } from '@foundnow/kernel';
import { Inbox, InboxRetention } from '../src/index.ts';
import type { InboxKey } from '../src/index.ts';
import { outboxDatabase, SCHEMA } from './outbox-database.ts';
import type { OutboxDatabase } from './outbox-database.ts';

const SCOPE = { worker: 'spec' };
let db: OutboxDatabase;
let inbox: Inbox;
beforeAll(async () => {
  db = await outboxDatabase();
  inbox = new Inbox(db.database, SCHEMA);
});
afterAll(() => db.drop());
beforeEach(() => db.query(`TRUNCATE inbox, counter; INSERT INTO counter VALUES ('effect', 0)`));

const key = (facts: Partial<InboxKey> = {}): InboxKey => ({
  group: 'g',
  generation: 0,
  eventId: uuidv7.next(),
  ...facts,
});
const effect = (at: InboxKey) =>
  inbox.run(at, SCOPE, async (tx) => void (await tx.query(`UPDATE counter SET version = version + 1`)));
const effects = async (): Promise<number | undefined> =>
  (await db.query<{ version: number }>('SELECT version FROM counter'))[0]?.version;

describe('Inbox', () => {
  it('lets an effect happen once, however often the event is delivered', async () => {
    const at = key();
    expect(await effect(at)).toBe('done');
    expect(await effect(at)).toBe('duplicate');
    expect(await effects()).toBe(1);
  });

  it('lets it happen once when deliveries race', async () => {
    const at = key();
    const outcomes = await Promise.all(Array.from({ length: 8 }, () => effect(at)));
    expect(outcomes.filter((outcome) => outcome === 'done')).toHaveLength(1);
    expect(await effects()).toBe(1);
  });

  it('forgets the event when its effect goes back, so that a retry does it', async () => {
    const at = key();
    const failing = inbox.run(at, SCOPE, () => Promise.reject(new Error('effect failed')));
    await expect(failing).rejects.toThrow('effect failed');
    expect(await db.count('inbox')).toBe(0);
    expect(await effect(at)).toBe('done');
  });

  it('knows groups and generations apart', async () => {
    const at = key();
    expect(await effect(at)).toBe('done');
    expect(await effect({ ...at, group: 'other' })).toBe('done');
    expect(await effect({ ...at, generation: 1 })).toBe('done');
  });

  it('joins a transaction that is open already', async () => {
    const at = key();
    expect(await db.transaction((tx) => inbox.accept(tx, at))).toBe(true);
    expect(await db.transaction((tx) => inbox.accept(tx, at))).toBe(false);
  });
});

describe('InboxRetention', () => {
  it('removes rows older than sixty days, however many, and no younger one', async () => {
    await db.query(
      `INSERT INTO inbox SELECT 'g', 0, gen_random_uuid(), now() - interval '61 days' FROM generate_series(1, 2500)`,
    );
    await db.query(`INSERT INTO inbox VALUES ('g', 0, gen_random_uuid(), now() - interval '59 days')`);
    expect(await new InboxRetention(db.database, { schema: SCHEMA }).removeOld()).toBe(2_500);
    expect(await db.count('inbox')).toBe(1);
  });

  it('refuses to forget what may still be delivered again', () => {
    expect(() => new InboxRetention(db.database, { schema: SCHEMA, days: 30 })).toThrow('at least 60 days');
  });

  it('runs in the background until it is stopped', async () => {
    await db.query(`INSERT INTO inbox VALUES ('g', 0, gen_random_uuid(), now() - interval '61 days')`);
    const retention = new InboxRetention(db.database, { schema: SCHEMA });
    retention.start();
    await retention.stop();
    expect(await db.count('inbox')).toBe(0);
  });
});
