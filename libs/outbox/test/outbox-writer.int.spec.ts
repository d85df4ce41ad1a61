import { afterAll, beforeAll, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { goldenExample } from '@foundnow/contracts/testing';
import { FakeClock } from '@foundnow/testing';
import { runWith, withTrace } from '@foundnow/telemetry';
import { MAX_BODY_BYTES, OutboxWriter, shardOf } from '../src/index.ts';
import type { StoredAttributes } from '../src/tables/outbox.row.ts';
import { numbered, numberedWriter } from './numbered-events.ts';
import { outboxDatabase, SCHEMA } from './outbox-database.ts';
import type { OutboxDatabase } from './outbox-database.ts';

interface Stored {
  readonly id: string;
  readonly shard: number;
  readonly key: string;
  readonly topic: string;
  readonly type: string;
  readonly record_name: string;
  readonly event_id: string;
  readonly attributes: StoredAttributes;
  readonly body: Buffer;
}

let db: OutboxDatabase;
beforeAll(async () => void (db = await outboxDatabase()));
afterAll(() => db.drop());
beforeEach(() => db.query('TRUNCATE outbox'));

const stored = (): Promise<Stored[]> => db.query<Stored>('SELECT * FROM outbox ORDER BY id');

describe('OutboxWriter', () => {
  it('stores a golden event with what CloudEvents needs', async () => {
    const clock = new FakeClock(new Date('2026-11-20T10:00:00Z'));
    const writer = new OutboxWriter({ schema: SCHEMA, service: 'fn-posts', clock });
    const payload = goldenExample('post.created');
    const key = payload.postId;
    await db.transaction((tx) => writer.append(tx, [{ name: 'post.created', key, payload }]));
    const [row] = await stored();
    expect(row).toMatchObject({ topic: 'posts.events', key, type: 'post.created', shard: shardOf(key) });
    expect(row?.body.length).toBeGreaterThan(50);
    expect(row?.attributes).toEqual({
      source: '/foundnow/fn-posts',
      time: '2026-11-20T10:00:00.000Z',
      subject: key,
      correlationId: row?.event_id,
    });
  });

  it('takes rising ids in the order given, in one statement', async () => {
    const events = Array.from({ length: 300 }, (_, i) => numbered(`k${i % 7}`, i));
    await db.transaction(async (tx) => {
      const query = jest.spyOn(tx, 'query');
      await numberedWriter().append(tx, events);
      expect(query).toHaveBeenCalledTimes(1);
    });
    expect((await stored()).map((row) => Number(row.body.toString()))).toEqual(events.map((_, i) => i));
  });

  it('goes back with the transaction, and wakes the relay after the commit only', async () => {
    const wake = jest.fn();
    const writer = numberedWriter(wake);
    const failing = db.transaction(async (tx) => {
      await writer.append(tx, [numbered('a', 1)]);
      throw new Error('changed my mind');
    });
    await expect(failing).rejects.toThrow('changed my mind');
    expect(await stored()).toEqual([]);
    expect(wake).not.toHaveBeenCalled();

    await db.transaction(async (tx) => {
      await writer.append(tx, [numbered('a', 1)]);
      expect(wake).not.toHaveBeenCalled();
    });
    expect(wake).toHaveBeenCalledTimes(1);
  });

  it('refuses a body over 950,000 bytes with a reason, and writes nothing of the call', async () => {
    const writer = new OutboxWriter({
      schema: SCHEMA,
      service: 'fn-posts',
      encode: ({ name, key }) => {
        return { name, recordName: 'r', version: 1, body: Buffer.alloc(MAX_BODY_BYTES + (key === 'big' ? 1 : 0)) };
      },
    });
    await db.transaction((tx) => writer.append(tx, [numbered('fits', 1)]));
    const tooLarge = db.transaction((tx) => writer.append(tx, [numbered('fits', 2), numbered('big', 1)]));
    await expect(tooLarge).rejects.toMatchObject({ code: 'event.too_large', kind: 'too-large' });
    expect(await stored()).toHaveLength(1);
  });

  it("refuses a key that is not the payload's, by the name of the field and without its value", async () => {
    const writer = new OutboxWriter({ schema: SCHEMA, service: 'fn-posts' });
    const payload = goldenExample('contact.requested');
    const key = payload.exchangeId;
    const appended = db.transaction((tx) => writer.append(tx, [{ name: 'contact.requested', key, payload }]));
    const error: unknown = await appended.catch((reason: unknown) => reason);
    expect(error).toBeInstanceOf(TypeError);
    expect(error).toMatchObject({
      message: expect.stringContaining('The key of contact.requested must be its postId'),
    });
    expect(String(error)).not.toContain(key);
    expect(await stored()).toEqual([]);
  });

  it('carries on the correlation and trace of the request under way', async () => {
    const parent = '00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01';
    await runWith({ correlationId: 'request-1' }, () =>
      withTrace(parent, 'POST /posts', () => db.transaction((tx) => numberedWriter().append(tx, [numbered('a', 1)]))),
    );
    const [row] = await stored();
    expect(row?.attributes.correlationId).toBe('request-1');
    expect(row?.attributes.traceparent).toMatch(/^00-4bf92f3577b34da6a3ce929d0e0e4736-(?!00f067aa0ba902b7)/);
    expect(row?.attributes).not.toHaveProperty('causationId');
  });

  it('names the handled event as the cause', async () => {
    const cause = { correlationId: 'request-1', eventId: 'event-7', causationId: 'event-3' };
    await db.transaction((tx) => numberedWriter().append(tx, [{ ...numbered('a', 1), cause }]));
    expect((await stored())[0]?.attributes).toMatchObject({ correlationId: 'request-1', causationId: 'event-7' });
  });

  it('writes nothing for no events', async () => {
    const wake = jest.fn();
    await db.transaction((tx) => numberedWriter(wake).append(tx, []));
    expect(wake).not.toHaveBeenCalled();
  });
});
