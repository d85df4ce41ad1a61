import type { AvroType } from '../source/avro-type.ts';
import { fieldsOf } from '../source/avro-type.ts';
import { classificationOf } from '../source/classification.ts';
import type { Contracts, EventContract, TopicContract } from '../source/contracts.ts';
import { newest } from '../source/contracts.ts';

/** `docs/events.md`: what people read before they publish or consume. */
export function eventsDocument(contracts: Contracts): string {
  const head = [
    '# Events',
    '',
    'Generated from `schemas/` by `npm run generate`; change the schemas, not this page.',
    '',
    'Each message is Avro behind five bytes of Confluent framing, with CloudEvents attributes beside it.',
    'A field is public (says nothing about a person), pseudonymous (personal data without a name, for services only)',
    'or sealed (a JWE that one service opens).',
    '',
    '| topic | owner | partitions | retention | key | events |',
    '|---|---|---|---|---|---|',
    ...contracts.topics.map(
      (topic) =>
        `| \`${topic.name}\` | ${topic.owner} | ${topic.partitions} | ${topic.retentionDays} days | ${keysOf(topic)} | ${topic.events
          .map((event) => `[${event.name}](#${anchorOf(event.name)})`)
          .join(', ')} |`,
    ),
    '',
    'What a consumer cannot handle goes to `<topic>.dlq`.',
    '',
  ];
  return `${head.join('\n')}\n${contracts.topics.flatMap((topic) => topic.events.map((event) => section(contracts, event))).join('\n')}`;
}

function keysOf(topic: TopicContract): string {
  return [...new Set(topic.events.map((event) => `\`${event.key}\``))].join(' or ');
}

function anchorOf(name: string): string {
  return name.replaceAll('.', '');
}

function section(contracts: Contracts, event: EventContract): string {
  const { record, version } = newest(event);
  const classOf = classificationOf(contracts, event.topic);
  const readers = Object.entries(event.consumers).map(([name, fields]) => `${name} (${fields.length} fields)`);
  return [
    `## ${event.name}`,
    '',
    `${record.doc ?? ''} Version ${version} of \`${record.fullName}\`, key \`${event.key}\`. Read by: ${readers.join(', ') || 'nobody yet'}.`,
    '',
    '| field | type | class | read by | meaning |',
    '|---|---|---|---|---|',
    ...fieldsOf(record).map((at) => {
      const sealed = at.field.sealedFor ? ` for ${at.field.sealedFor}` : '';
      const by = readersOf(event, at.path).join(', ');
      return `| \`${at.path}\` | ${label(at.field.type)} | ${classOf(record, at) ?? '?'}${sealed} | ${by} | ${at.field.doc ?? ''} |`;
    }),
    '',
  ].join('\n');
}

function readersOf(event: EventContract, path: string): string[] {
  return Object.entries(event.consumers)
    .filter(([, fields]) => fields.some((field) => path === field || path.startsWith(`${field}.`)))
    .map(([name]) => name);
}

function label(type: AvroType): string {
  switch (type.kind) {
    case 'nullable':
      return `${label(type.of)}?`;
    case 'array':
      return `${label(type.items)}[]`;
    case 'enum':
      return type.symbols.join(' \\| ');
    case 'record':
      return type.name;
    case 'primitive':
      return type.logicalType ?? type.name;
  }
}
