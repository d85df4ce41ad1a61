import { eventIdFrom } from '../foreign-event-id.ts';
import type { EventAttributes } from '../message.ts';

/** Each CloudEvents attribute as the Pub/Sub binding spells it in binary mode; ids and trace are extensions. */
const NAMES = {
  id: 'ce-id',
  type: 'ce-type',
  source: 'ce-source',
  time: 'ce-time',
  subject: 'ce-subject',
  dataschema: 'ce-dataschema',
  contentType: 'content-type',
  correlationId: 'ce-correlationid',
  causationId: 'ce-causationid',
  traceparent: 'ce-traceparent',
} as const satisfies Record<keyof EventAttributes, string>;

const SPEC_VERSION = { name: 'ce-specversion', value: '1.0' };
const FIELDS = Object.entries(NAMES) as [keyof EventAttributes, string][];
const OURS = new Set<string>([...Object.values(NAMES), SPEC_VERSION.name]);

export type Attributes = Readonly<Record<string, string>>;

export function toAttributes(attributes: EventAttributes, headers: Attributes = {}): Record<string, string> {
  const written: Record<string, string> = { ...headers, [SPEC_VERSION.name]: SPEC_VERSION.value };
  for (const [field, name] of FIELDS) {
    const value = attributes[field];
    if (value !== undefined) written[name] = value;
  }
  return written;
}

export interface Received {
  readonly topic: string;
  readonly messageId: string;
  readonly publishedAt: Date;
  readonly key: string;
  readonly attributes: Attributes;
}

/** Anybody may have published anything: what is missing is filled with what the server knows of the message. */
export function fromAttributes(received: Received): { attributes: EventAttributes; headers: Attributes } {
  const { topic, messageId, publishedAt, key, attributes: raw } = received;
  const source = raw[NAMES.source] ?? `/pubsub/${topic}`;
  const id = eventIdFrom(raw[NAMES.id], source, `${topic}/${messageId}`);
  const causationId = raw[NAMES.causationId];
  const traceparent = raw[NAMES.traceparent] ?? raw['traceparent'];
  return {
    attributes: {
      id,
      type: raw[NAMES.type] ?? '',
      source,
      time: timeOr(publishedAt, raw[NAMES.time]),
      subject: raw[NAMES.subject] ?? key,
      dataschema: raw[NAMES.dataschema] ?? '',
      contentType: 'application/avro',
      correlationId: raw[NAMES.correlationId] || id,
      ...(causationId !== undefined && { causationId }),
      ...(traceparent !== undefined && { traceparent }),
    },
    headers: Object.fromEntries(Object.entries(raw).filter(([name]) => !OURS.has(name))),
  };
}

function timeOr(publishedAt: Date, time: string | undefined): string {
  return time !== undefined && !Number.isNaN(Date.parse(time)) ? time : publishedAt.toISOString();
}
