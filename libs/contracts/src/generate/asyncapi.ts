import type { Contracts, EventContract, TopicContract } from '../source/contracts.ts';
import { newest } from '../source/contracts.ts';
import { identifierOf } from './header.ts';

const AVRO = 'application/vnd.apache.avro+json;version=1.9.0';

/** `docs/asyncapi.json`: AsyncAPI 3, the payloads as the Avro schemas themselves. */
export function asyncApiFile(contracts: Contracts): string {
  return `${JSON.stringify(asyncApi(contracts), null, 2)}\n`;
}

export function asyncApi(contracts: Contracts): object {
  const services = new Set(
    contracts.topics.flatMap((topic) =>
      topic.events.flatMap((event) => [topic.owner, ...Object.keys(event.consumers)]),
    ),
  );
  return {
    asyncapi: '3.0.0',
    info: {
      title: 'FoundNow events',
      version: '1.0.0',
      description: 'What the services tell each other. Avro with Confluent framing; CloudEvents 1.0 attributes.',
      license: { name: 'Apache-2.0', url: 'https://www.apache.org/licenses/LICENSE-2.0' },
    },
    defaultContentType: 'application/avro',
    channels: Object.fromEntries(contracts.topics.map((topic) => [identifierOf(topic.owner), channel(topic)])),
    operations: Object.fromEntries(
      [...services].flatMap((service) => contracts.topics.flatMap((topic) => operations(service, topic))),
    ),
    components: {
      messages: Object.fromEntries(
        contracts.topics.flatMap((topic) => topic.events.map((event) => [event.name, message(event)])),
      ),
    },
  };
}

function channel(topic: TopicContract): object {
  return {
    address: topic.name,
    description: `Owned by ${topic.owner}; kept ${topic.retentionDays} days; what cannot be handled goes to ${topic.name}.dlq.`,
    messages: Object.fromEntries(
      topic.events.map((event) => [event.name, { $ref: `#/components/messages/${event.name}` }]),
    ),
    bindings: {
      kafka: {
        topic: topic.name,
        partitions: topic.partitions,
        topicConfiguration: { 'retention.ms': topic.retentionDays * 86_400_000 },
        bindingVersion: '0.5.0',
      },
    },
  };
}

function operations(service: string, topic: TopicContract): [string, object][] {
  const owned = identifierOf(topic.owner);
  const made: [string, object][] = [];
  const add = (action: 'send' | 'receive', events: readonly EventContract[]): void => {
    if (events.length === 0) return;
    made.push([
      `${identifierOf(service)}.${action}.${owned}`,
      {
        action,
        channel: { $ref: `#/channels/${owned}` },
        summary: `${service} ${action === 'send' ? 'publishes' : 'consumes'}`,
        messages: events.map((event) => ({ $ref: `#/channels/${owned}/messages/${event.name}` })),
      },
    ]);
  };
  if (topic.owner === service) add('send', topic.events);
  add(
    'receive',
    topic.events.filter((event) => service in event.consumers),
  );
  return made;
}

function message(event: EventContract): object {
  const { json, record } = newest(event);
  return {
    name: event.name,
    title: record.name,
    summary: record.doc ?? '',
    contentType: 'application/avro',
    payload: { schemaFormat: AVRO, schema: json },
    bindings: {
      kafka: {
        key: { type: 'string', description: event.key },
        schemaIdLocation: 'payload',
        schemaIdPayloadEncoding: 'confluent',
        bindingVersion: '0.5.0',
      },
    },
    examples: event.examples.map((example) => ({ name: example.name, payload: example.payload })),
  };
}
