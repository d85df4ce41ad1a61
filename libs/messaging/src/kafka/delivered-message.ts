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

/** A producer may have written any number, or none, where the topic takes its word for it. */
function timeOf(timestamp: string): Date {
  const date = new Date(Number(timestamp));
  return Number.isNaN(date.getTime()) ? new Date(0) : date;
}
