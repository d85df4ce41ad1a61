import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { EventDecoder, lockfileSchemaIds } from '@foundnow/contracts';
import { goldenExample } from '@foundnow/contracts/testing';
import { createEmbeddedBus, migrateBus } from '@foundnow/messaging';
import type { DeliveredMessage, EmbeddedBus } from '@foundnow/messaging';
import { eventually } from '@foundnow/testing';
import { Inbox, MAX_BODY_BYTES, OutboxRelay, OutboxWriter } from '../src/index.ts';
import type { AnyOutgoingEvent } from '../src/index.ts';
import { findings } from './disorder.ts';
import { startWriters } from './hot-key-writers.ts';
import { numbered, numberOf, TOPIC } from './numbered-events.ts';
import { outboxDatabase, SCHEMA } from './outbox-database.ts';
import type { OutboxDatabase } from './outbox-database.ts';

let db: OutboxDatabase;
let bus: EmbeddedBus;
let relay: OutboxRelay;
beforeAll(async () => {
  db = await outboxDatabase();
  await db.query('CREATE SCHEMA bus');
  await migrateBus(db.url);
  bus = createEmbeddedBus({ url: db.url });
  relay = new OutboxRelay({ url: db.url, schema: SCHEMA, bus, schemaIds: lockfileSchemaIds() });
  relay.start();
});
afterAll(async () => {
  await relay.stop();
  await bus.close();
  await db.drop();
});

const drained = (): Promise<unknown> =>
  eventually(async () => expect(await db.count('outbox')).toBe(0), { timeoutMs: 60_000 });

async function log(from: Date): Promise<DeliveredMessage[]> {
  const messages: DeliveredMessage[] = [];
  for await (const message of bus.read({ topics: [TOPIC], from, follow: false })) messages.push(message);
  return messages;
}

describe('the outbox on the embedded bus', () => {
  it('carries a golden event from the transaction to a consumer whose effect happens once', async () => {
    const writer = new OutboxWriter({ schema: SCHEMA, service: 'fn-posts', wake: () => relay.wake() });
    const payload = goldenExample('post.created');
    await db.query(`INSERT INTO counter VALUES ('effect', 0)`);
    await db.transaction((tx) => writer.append(tx, [{ name: 'post.created', key: payload.postId, payload }]));

    const inbox = new Inbox(db.database, SCHEMA);
    const decoder = new EventDecoder(lockfileSchemaIds());
    const received: unknown[] = [];
    const subscription = await bus.subscribe(
      { group: 'fn-matcher', topics: [TOPIC] },
      async ({ value, attributes }) => {
        received.push((await decoder.decode(value)).payload);
        for (const _delivery of ['first', 'again']) {
          const key = { group: 'fn-matcher', generation: 0, eventId: attributes.id };
          await inbox.run(key, { worker: 'spec' }, async (tx) => {
            await tx.query(`UPDATE counter SET version = version + 1 WHERE key = 'effect'`);
          });
        }
      },
    );
    await eventually(() => expect(received).toEqual([payload]));
    await subscription.stop();
    expect(await db.query(`SELECT version FROM counter WHERE key = 'effect'`)).toEqual([{ version: 1 }]);
  });

  it('loses and overtakes nothing under 16 writers', async () => {
    const from = new Date();
    const raw = new OutboxRelay({ url: db.url, schema: SCHEMA, bus, schemaIds: { idOf: () => 7 }, batchSize: 50 });
    await relay.stop();
    raw.start();
    const writers = await startWriters(db, 2_000, () => raw.wake());
    await writers.done;
    await drained();
    await raw.stop();
    relay.start();
    const seen = (await log(from)).map((message) => ({ key: message.key, version: numberOf(message) }));
    expect(findings(seen, await writers.reached())).toEqual({ lost: 0, inverted: 0, duplicates: 0 });
  });

  it('passes several bodies of the largest size that the writer takes', async () => {
    const body = Buffer.alloc(MAX_BODY_BYTES, 'x');
    const encode = ({ name }: AnyOutgoingEvent) => ({
      name,
      recordName: 'foundnow.posts.PostUpdated',
      version: 1,
      body,
    });
    const writer = new OutboxWriter({ schema: SCHEMA, service: 'fn-posts', encode });
    const from = new Date();
    for (let version = 1; version <= 8; version++) {
      await db.transaction((tx) => writer.append(tx, [numbered('large', version)]));
    }
    relay.wake();
    await drained();
    expect((await log(from)).map(({ value }) => value.length)).toEqual(new Array(8).fill(MAX_BODY_BYTES + 5));
  });
});
