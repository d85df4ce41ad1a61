import type { BusMessage } from '../message.ts';

/**
 * A segment is a row of the log: messages of one partition that were published together, in their order.
 *
 *     byte      version, 1
 *     uint16    how many messages
 *     uint32    bytes of the texts
 *     uint32    bytes of the heads
 *     texts     UTF-8, one behind the other, as the heads tell them
 *     heads     of each message: uint32 with two bits per field, the first field lowest; then as varints
 *               the UTF-16 length of each text that is its own, and the bytes of its value
 *     values    one behind the other
 *
 * Numbers are big-endian, varints as in Avro without the zigzag. Most of what messages say of themselves they say as
 * the one before them: that costs two bits to store and nothing to read.
 */
export const SEGMENT_VERSION = 1;
export const SEGMENT_HEAD_BYTES = 11;

/** How a message has a field. */
export const FIELD_STATE = { absent: 0, own: 1, asBefore: 2, asKey: 3 } as const;

export type Fields = readonly (string | undefined)[];

/** In the order of the format, which never changes within a version: the key, the attributes, the headers as JSON. */
export function fieldsOf({ key, attributes, headers }: BusMessage): Fields {
  return [
    key,
    attributes.id,
    attributes.type,
    attributes.source,
    attributes.time,
    attributes.subject,
    attributes.dataschema,
    attributes.contentType,
    attributes.correlationId,
    attributes.causationId,
    attributes.traceparent,
    headers && JSON.stringify(headers),
  ];
}

export const FIELD_COUNT = 12;

/** Of the segments that a publication makes. */
export interface Segment {
  readonly count: number;
  readonly payload: Buffer;
}

/** The log holds something that no version of it wrote: somebody else wrote there, or storage is damaged. */
export class GarbledSegment extends Error {
  override readonly name = 'GarbledSegment';
}
