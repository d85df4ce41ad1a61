import { classificationOf } from '../source/classification.ts';
import type { Contracts, EventContract } from '../source/contracts.ts';
import { eventsOf, newest, subjectOf } from '../source/contracts.ts';
import { fieldsOf } from '../source/avro-type.ts';
import type { CatalogEvent, CatalogTopic } from '../catalog.ts';
import type { EventName } from '../generated/event-map.ts';
import { HEADER, identifierOf } from './header.ts';

/** Event name → payload type, and the owners' types under their names. */
export function eventMapFile(contracts: Contracts): string {
  const owners = [...new Set(contracts.topics.map((topic) => topic.owner))];
  const imports = owners.map((owner) => `import type * as ${identifierOf(owner)} from './${owner}.ts';\n`);
  const entries = eventsOf(contracts).map(
    (event) => `  '${event.name}': ${identifierOf(event.owner)}.${newest(event).record.name};\n`,
  );
  return [
    HEADER,
    ...imports,
    `export type { ${owners.map(identifierOf).join(', ')} };\n`,
    '\n/** Each event and what it carries. */\nexport interface EventMap {\n',
    ...entries,
    '}\n\nexport type EventName = keyof EventMap;\n',
  ].join('');
}

/** What the catalog says, as data that a program can ask. */
export function catalogFile(contracts: Contracts): string {
  const topics: CatalogTopic[] = contracts.topics.map((topic) => ({
    name: topic.name,
    owner: topic.owner,
    partitions: topic.partitions,
    retentionDays: topic.retentionDays,
    deadLetterTopic: `${topic.name}.dlq`,
    events: topic.events.map((event) => event.name as EventName),
  }));
  const constants = topics.map((topic) => `  ${identifierOf(topic.owner)}: '${topic.name}',\n`);
  const events = Object.fromEntries(eventsOf(contracts).map((event) => [event.name, entryOf(contracts, event)]));
  return [
    HEADER,
    "import type { CatalogEvent, CatalogTopic } from '../catalog.ts';\nimport type { EventName } from './event-map.ts';\n",
    `\nexport const TOPICS = {\n${constants.join('')}} as const;\n`,
    `\nexport const TOPIC_DATA: readonly CatalogTopic[] = ${JSON.stringify(topics, null, 2)};\n`,
    `\nexport const EVENT_DATA: Readonly<Record<EventName, CatalogEvent>> = ${JSON.stringify(events, null, 2)};\n`,
  ].join('');
}

function entryOf(contracts: Contracts, event: EventContract): CatalogEvent {
  const { record, version } = newest(event);
  const classOf = classificationOf(contracts, event.topic);
  const fields = fieldsOf(record);
  return {
    owner: event.owner,
    topic: event.topic,
    key: event.key,
    recordName: record.fullName,
    subject: subjectOf(event.topic, record.fullName),
    version,
    consumers: event.consumers,
    sealed: Object.fromEntries(fields.flatMap(({ path, field }) => (field.sealedFor ? [[path, field.sealedFor]] : []))),
    classification: Object.fromEntries(fields.map((at) => [at.path, classOf(record, at) ?? 'pseudonymous'])),
  };
}

/** Every version of every schema with its id in the lock, as the registry hands it out. */
export function schemasFile(contracts: Contracts): string {
  const rows = eventsOf(contracts).flatMap((event) =>
    event.versions.map(({ version, json, record }) => {
      const subject = subjectOf(event.topic, record.fullName);
      const locked = contracts.lock.schemas.find((each) => each.subject === subject && each.version === version);
      const id = locked?.id ?? 0;
      return { id, event: event.name, recordName: record.fullName, subject, version, schema: JSON.stringify(json) };
    }),
  );
  const lines = rows.sort((a, b) => a.id - b.id).map((row) => `  ${JSON.stringify(row)},\n`);
  return `${HEADER}import type { SchemaRow } from '../catalog.ts';\n\nexport const SCHEMAS: readonly SchemaRow[] = [\n${lines.join('')}];\n`;
}
