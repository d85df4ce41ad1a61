import type { KafkaMessage } from 'kafkajs';
import type { Fetched } from '../src/kafka/partition-worker.ts';

export function kafkaMessage(offset: number, bytes = 1): KafkaMessage {
  const times = { timestamp: '0', attributes: 0 };
  return { key: Buffer.from('a'), value: Buffer.alloc(bytes), offset: String(offset), headers: {}, ...times };
}

/** What a fetch brings of a log that has every offset. */
export function stretch(from: number, next: number): Fetched {
  const messages = Array.from({ length: next - from }, (_, index) => kafkaMessage(from + index));
  return { from, messages, next, end: next };
}
