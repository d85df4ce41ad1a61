import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { lockfileSchemaIds, topicOf } from '@foundnow/contracts';
import { goldenExample } from '@foundnow/contracts/testing';
import { type BusMessage, createEmbeddedBus, eventMessage, type MessageBus, migrateBus } from '@foundnow/messaging';
import { provisionSchema } from '@foundnow/postgres';
import { testDatabase, type TestDatabase } from '@foundnow/testing';
import { carryOver } from '../src/bus/carry-over.ts';

const databases: TestDatabase[] = [];
let from: MessageBus;
let to: MessageBus;

beforeAll(async () => {
  from = await freshBus();
  to = await freshBus();
});
afterAll(async () => {
  await Promise.all([from.close(), to.close()]);
  await Promise.all(databases.map((database) => database.drop()));
});

async function freshBus(): Promise<MessageBus> {
  const database = await testDatabase();
  databases.push(database);
  const { adminUrl, rolePrefix, password } = database;
  const passwords = { ownerPassword: password, appPassword: password };
  const schema = await provisionSchema(adminUrl, { schema: 'bus', rolePrefix, ...passwords });
  await migrateBus(schema.ownerUrl);
  return createEmbeddedBus({ url: schema.appUrl, partitionsOf: () => 3 });
}

async function idsByKey(bus: MessageBus): Promise<Map<string, string[]>> {
  const found = new Map<string, string[]>();
  for await (const { topic, key, attributes } of bus.read({
    topics: [TOPIC, `${TOPIC}.dlq`],
    from: 'beginning',
    follow: false,
  })) {
    const at = `${topic} ${key}`;
    found.set(at, [...(found.get(at) ?? []), attributes.id]);
  }
  return found;
}

const TOPIC = topicOf('post.created');

it('carryOver publishes all that one bus holds on another, in order per key, and later only what came since', async () => {
  const post = goldenExample('post.created', 'minimal');
  const message = (key: number): BusMessage => ({
    ...eventMessage('post.created', post, '/foundnow/spec'),
    key: `key-${key % 7}`,
  });
  const marker = { ...message(0), topic: `${TOPIC}.dlq`, value: new Uint8Array(), headers: { 'fn-dlq-redriven': 'x' } };
  await from.publish([...Array.from({ length: 1203 }, (_, index) => message(index)), marker]);
  const carried = { from, to, schemaIds: lockfileSchemaIds() };
  expect(await carryOver({ ...carried, since: 'beginning' })).toBe(1204);
  expect(await idsByKey(to)).toEqual(await idsByKey(from));

  const since = new Date();
  await from.publish([message(1), message(2)]);
  expect(await carryOver({ ...carried, since })).toBe(2);
  expect(await idsByKey(to)).toEqual(await idsByKey(from));
});
