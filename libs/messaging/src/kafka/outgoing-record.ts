import type { Message } from 'kafkajs';
import type { BusMessage } from '../message.ts';
import { headersOf } from './cloud-event-headers.ts';

/** Lengths, deltas and attributes of a record, and its share of the batch around it. */
const RECORD_OVERHEAD = 40;
const HEADER_OVERHEAD = 4;

export interface OutgoingRecord {
  readonly source: BusMessage;
  readonly message: Message;
  /** On the wire, uncompressed; a little more rather than less. */
  readonly bytes: number;
}

export function outgoingRecord(source: BusMessage): OutgoingRecord {
  const headers = headersOf(source.attributes, source.headers);
  const value = Buffer.from(source.value.buffer, source.value.byteOffset, source.value.byteLength);
  let bytes = RECORD_OVERHEAD + Buffer.byteLength(source.key) + value.length;
  for (const [name, text] of Object.entries(headers)) {
    bytes += name.length + Buffer.byteLength(text) + HEADER_OVERHEAD;
  }
  return { source, message: { key: source.key, value, headers }, bytes };
}
