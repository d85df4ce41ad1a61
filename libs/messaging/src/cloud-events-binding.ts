import { eventIdFrom } from './foreign-event-id.ts';
import type { EventAttributes } from './message.ts';

export type Texts = Readonly<Record<string, string>>;

/** Where a message came from: what stands in for what its producer left out. */
export interface Origin {
  /** `/kafka/<topic>`, say. */
  readonly source: string;
  /** Of this one message, for ever. */
  readonly place: string;
  readonly key: string;
  readonly publishedAt: Date;
}

export interface ReadEvent {
  readonly attributes: EventAttributes;
  readonly headers: Texts;
}

export interface CloudEventsBinding {
  readonly write: (attributes: EventAttributes, headers?: Texts) => Record<string, string>;
  /** Takes whatever a foreign producer wrote. What is no event at all is found out when its body is decoded. */
  readonly read: (texts: Readonly<Record<string, string | undefined>>, origin: Origin) => ReadEvent;
}

/** CloudEvents 1.0 in binary mode. Transports differ in the prefix; extensions are lower case without separators. */
export function cloudEventsBinding(prefix: 'ce_' | 'ce-'): CloudEventsBinding {
  const specVersion = `${prefix}specversion`;
  const names = {
    id: `${prefix}id`,
    type: `${prefix}type`,
    source: `${prefix}source`,
    time: `${prefix}time`,
    subject: `${prefix}subject`,
    dataschema: `${prefix}dataschema`,
    contentType: 'content-type',
    correlationId: `${prefix}correlationid`,
    causationId: `${prefix}causationid`,
    traceparent: `${prefix}traceparent`,
  } as const satisfies Record<keyof EventAttributes, string>;
  const fields = Object.entries(names) as [keyof EventAttributes, string][];
  const reserved = new Set<string>([specVersion, ...Object.values(names)]);
  return {
    write(attributes, headers = {}) {
      const texts: Record<string, string> = { ...headers, [specVersion]: '1.0' };
      for (const [field, name] of fields) {
        const value = attributes[field];
        if (value !== undefined) texts[name] = value;
      }
      return texts;
    },
    read(texts, { source: fallback, place, key, publishedAt }) {
      const source = texts[names.source] ?? fallback;
      const id = eventIdFrom(texts[names.id], source, place);
      const time = texts[names.time] ?? '';
      const causationId = texts[names.causationId];
      const traceparent = texts[names.traceparent] ?? texts['traceparent'];
      const attributes: EventAttributes = {
        id,
        type: texts[names.type] ?? '',
        source,
        time: Number.isNaN(Date.parse(time)) ? publishedAt.toISOString() : time,
        subject: texts[names.subject] ?? key,
        dataschema: texts[names.dataschema] ?? '',
        contentType: 'application/avro',
        correlationId: texts[names.correlationId] || id,
        ...(causationId !== undefined && { causationId }),
        ...(traceparent !== undefined && { traceparent }),
      };
      const own = Object.entries(texts).filter(([name]) => !reserved.has(name));
      return { attributes, headers: Object.fromEntries(own.map(([name, text]) => [name, text ?? ''])) };
    },
  };
}
