import type { KafkaMessage } from 'kafkajs';
import type { DeliveredMessage } from '../message.ts';
import { readHeaders } from './cloud-event-headers.ts';
import type { Slot } from './slot.ts';

const NOTHING = new Uint8Array();

export function deliveredMessage({ topic, partition }: Slot, message: KafkaMessage): DeliveredMessage {
  const { offset, value } = message;
  const key = message.key?.toString('utf8') ?? '';
  const publishedAt = timeOf(message.timestamp);
  const { attributes, headers } = readHeaders(message.headers, { topic, partition, offset, key, publishedAt });
  return { topic, partition, offset, key, value: value ?? NOTHING, attributes, headers, publishedAt };
}

/** All that it takes in memory for as long as it is in hand: foreign messages may have everything in their headers. */
export function bytesOf({ key, value, headers = {} }: KafkaMessage): number {
  let bytes = (key?.length ?? 0) + (value?.length ?? 0);
  for (const [name, content] of Object.entries(headers)) {
    bytes += name.length;
    if (Array.isArray(content)) for (const one of content) bytes += one.length;
    else bytes += content?.length ?? 0;
  }
  return bytes;
}

/** A producer may have written any number, or none, where the topic takes its word for it. */
function timeOf(timestamp: string): Date {
  const date = new Date(Number(timestamp));
  return Number.isNaN(date.getTime()) ? new Date(0) : date;
}
