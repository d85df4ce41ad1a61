import type { DeliveredMessage } from '../message.ts';
import { partitionOfKey } from '../partitioning/partition-of-key.ts';
import type { Texts } from '../cloud-events-binding.ts';
import { fromAttributes } from './event-attributes.ts';

/** Pub/Sub has no partitions: a key has always the same number, for those who want one. */
const PARTITIONS = 12;

/** Of a stream and of a pull alike. */
export interface RawMessage {
  readonly data: Uint8Array | string | null | undefined;
  readonly attributes: Texts | null | undefined;
  readonly messageId: string;
  readonly orderingKey: string | null | undefined;
  readonly publishedMicros: bigint;
}

export function delivered(topic: string, raw: RawMessage): DeliveredMessage {
  const { messageId, publishedMicros } = raw;
  const key = raw.orderingKey ?? '';
  const publishedAt = new Date(Number(publishedMicros / 1000n));
  return {
    topic,
    key,
    value: typeof raw.data === 'string' ? Buffer.from(raw.data, 'base64') : (raw.data ?? new Uint8Array()),
    ...fromAttributes({ topic, messageId, publishedAt, key, attributes: raw.attributes ?? {} }),
    partition: partitionOfKey(key, PARTITIONS),
    offset: `${publishedMicros}-${messageId}`,
    publishedAt,
  };
}
