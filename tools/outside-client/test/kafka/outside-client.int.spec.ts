import { encodeEvent, EVENT_NAMES, EventDecoder, lockfileSchemaIds } from '@foundnow/contracts';
import { goldenExample, type GoldenExample, goldenExamples } from '@foundnow/contracts/testing';
import { uuidv7 } from '@foundnow/kernel';
import { type BusMessage, type DeliveredMessage, eventMessage, type MessageBus } from '@foundnow/messaging';
import { createKafkaBus, provisionKafkaTopics } from '@foundnow/messaging/kafka';
import { topicPlans } from '@foundnow/service';
import { eventually } from '@foundnow/testing';
import { testKafka } from '@foundnow/testing/brokers';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { INestApplication } from '@nestjs/common';
import { OutsideClient, type WrittenEvent } from '../../outside-client.ts';
import { type Handled, startHandlerApp } from './handler-app.ts';
import { type RegistryProcess, startRegistry } from './registry-process.ts';

/** A virtual environment is made and its packages are fetched the first time. */
const PREPARE_MS = 300_000;
/** Other specs use the same topics: each run knows its own events by their source. */
const SOURCE = `/foundnow/outside-client/${uuidv7.next()}`;
const ELSEWHERE = `/elsewhere/${uuidv7.next()}`;

const examples = goldenExamples();
const topics = [...new Set(topicPlans().flatMap(({ name }) => (name.endsWith('.dlq') ? [] : [name])))];
const decoder = new EventDecoder(lockfileSchemaIds());

let registry: RegistryProcess;
let bus: MessageBus;
let client: OutsideClient;
let app: INestApplication | undefined;
let since: number;

beforeAll(async () => {
  const brokers = testKafka();
  [registry] = await Promise.all([startRegistry(), provisionKafkaTopics({ brokers }, topicPlans())]);
  client = await OutsideClient.prepare(brokers, registry.url);
  bus = createKafkaBus({ connection: { brokers }, clientId: 'fn-outside-client' });
  // Clocks of broker and test are one machine's or nearly so.
  since = Date.now() - 5_000;
}, PREPARE_MS);

afterAll(async () => {
  await app?.close();
  await bus.close();
  await registry.stop();
}, 120_000);

function ours({ event, payload }: GoldenExample): BusMessage {
  return eventMessage(event, payload, SOURCE);
}

/** What somebody else would send: the attributes that CloudEvents demands, and none of ours. */
function theirs({ event, payload }: GoldenExample): WrittenEvent & { headers: { ce_id: string } } {
  const { topic, key } = eventMessage(event, payload, ELSEWHERE);
  const headers = {
    ce_specversion: '1.0',
    ce_id: uuidv7.next(),
    ce_type: event,
    ce_source: ELSEWHERE,
    ce_time: '2026-03-14T15:09:26.535Z',
    ce_subject: key,
    'content-type': 'application/avro',
  };
  return { topic, record: encodeEvent(event, payload).recordName, key, headers, value: payload };
}

async function readBack(count: number): Promise<DeliveredMessage[]> {
  const found: DeliveredMessage[] = [];
  const patience = AbortSignal.timeout(40_000);
  for await (const message of bus.read({ topics, from: new Date(since), follow: true, signal: patience })) {
    if (message.attributes.source === ELSEWHERE) found.push(message);
    if (found.length === count) break;
  }
  return found;
}

describe("Confluent's Python client, which knows a broker and a registry and nothing else of us", () => {
  it('decodes every event of the catalog as its golden examples say, with the headers of the CloudEvents binding', async () => {
    const sent = examples.map(ours);
    expect(new Set(sent.map(({ attributes }) => attributes.type))).toEqual(new Set(EVENT_NAMES));
    await bus.publish(sent);
    const read = await client.read({ topics, since, source: SOURCE, count: sent.length });
    const byId = new Map(read.map((event) => [event.headers['ce_id'], event]));
    expect(byId.size).toBe(sent.length);
    for (const [index, { topic, key, attributes }] of sent.entries()) {
      expect(byId.get(attributes.id)).toEqual({
        topic,
        key,
        value: examples[index]?.payload,
        headers: {
          ce_specversion: '1.0',
          ce_id: attributes.id,
          ce_type: attributes.type,
          ce_source: SOURCE,
          ce_time: attributes.time,
          ce_subject: key,
          ce_dataschema: attributes.dataschema,
          ce_correlationid: attributes.correlationId,
          'content-type': 'application/avro',
        },
      });
    }
  }, 180_000);

  it('writes every event of the catalog so that we decode it as its golden examples say', async () => {
    const written = examples.map(theirs);
    await client.write(written, { latest: false });
    const byId = new Map((await readBack(written.length)).map((message) => [message.attributes.id, message]));
    expect(byId.size).toBe(written.length);
    for (const [index, event] of written.entries()) {
      const message = byId.get(event.headers.ce_id);
      const { name, payload } = await decoder.decode(message?.value ?? new Uint8Array());
      expect({ name, payload, key: message?.key }).toEqual({
        name: examples[index]?.event,
        payload: examples[index]?.payload,
        key: event.key,
      });
    }
  }, 180_000);

  it('reaches a handler of ours with an event that it wrote with the newest schema of the registry', async () => {
    const started = await startHandlerApp(bus, `outside-${uuidv7.next()}`);
    ({ app } = started);
    const payload = goldenExample('post.created');
    const event = theirs({ event: 'post.created', example: '', payload });
    await client.write([event], { latest: true });
    const own = ({ context }: Handled) => context.eventId === event.headers.ce_id;
    await eventually(() => expect(started.handled.filter(own)).toHaveLength(1), { timeoutMs: 30_000 });
    expect(started.handled.find(own)).toEqual({
      payload,
      context: expect.objectContaining({
        name: 'post.created',
        key: event.key,
        time: new Date('2026-03-14T15:09:26.535Z'),
        correlationId: event.headers.ce_id,
      }),
    });
  }, 180_000);
});
