import type { IHeaders } from 'kafkajs';
import { eventIdFrom } from '../foreign-event-id.ts';
import type { EventAttributes } from '../message.ts';

/** Spelt by the Kafka protocol binding of CloudEvents 1.0, binary mode; extensions are lower case without separators. */
const HEADER_OF = {
  id: 'ce_id',
  type: 'ce_type',
  source: 'ce_source',
  time: 'ce_time',
  subject: 'ce_subject',
  dataschema: 'ce_dataschema',
  contentType: 'content-type',
  correlationId: 'ce_correlationid',
  causationId: 'ce_causationid',
  traceparent: 'ce_traceparent',
} as const satisfies Record<keyof EventAttributes, string>;

const SPEC_VERSION = 'ce_specversion';
const OURS = new Set<string>([SPEC_VERSION, ...Object.values(HEADER_OF)]);
const FIELDS = Object.entries(HEADER_OF) as [keyof EventAttributes, string][];

/** Where a message lies, and when it came there: what stands in for what its producer left out. */
export interface Origin {
  readonly topic: string;
  readonly partition: number;
  readonly offset: string;
  readonly key: string;
  readonly publishedAt: Date;
}

export function headersOf(
  attributes: EventAttributes,
  own: Readonly<Record<string, string>> = {},
): Record<string, string> {
  const headers: Record<string, string> = { ...own, [SPEC_VERSION]: '1.0' };
  for (const [field, name] of FIELDS) {
    const value = attributes[field];
    if (value !== undefined) headers[name] = value;
  }
  return headers;
}

export interface ReadHeaders {
  readonly attributes: EventAttributes;
  readonly headers: Readonly<Record<string, string>>;
}

/** Takes whatever a foreign producer wrote. What is no event at all is found out when its body is decoded. */
export function readHeaders(headers: IHeaders | undefined, origin: Origin): ReadHeaders {
  const text = (name: string): string | undefined => textOf(headers?.[name]);
  const { topic, partition, offset } = origin;
  const source = text(HEADER_OF.source) ?? `/kafka/${topic}`;
  const id = eventIdFrom(text(HEADER_OF.id), source, `${topic}/${partition}/${offset}`);
  const causationId = text(HEADER_OF.causationId);
  const traceparent = text(HEADER_OF.traceparent) ?? text('traceparent');
  const time = text(HEADER_OF.time) ?? '';
  const attributes: EventAttributes = {
    id,
    type: text(HEADER_OF.type) ?? '',
    source,
    time: Number.isNaN(Date.parse(time)) ? origin.publishedAt.toISOString() : time,
    subject: text(HEADER_OF.subject) ?? origin.key,
    dataschema: text(HEADER_OF.dataschema) ?? '',
    contentType: 'application/avro',
    correlationId: text(HEADER_OF.correlationId) ?? id,
    ...(causationId !== undefined && { causationId }),
    ...(traceparent !== undefined && { traceparent }),
  };
  return { attributes, headers: ownOf(headers) };
}

function ownOf(headers: IHeaders = {}): Record<string, string> {
  const names = Object.keys(headers).filter((name) => !OURS.has(name));
  return Object.fromEntries(names.map((name) => [name, textOf(headers[name]) ?? '']));
}

/** A name that is there more than once arrives as a list: the last one counts, as in most clients. */
function textOf(value: IHeaders[string]): string | undefined {
  const last = Array.isArray(value) ? value.at(-1) : value;
  return typeof last === 'string' ? last : last?.toString('utf8');
}
