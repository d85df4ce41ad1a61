import { uuidv7 } from '@foundnow/kernel';
import {
  type BusMessage,
  type DecodedEvent,
  type Decoder,
  type DeliveredMessage,
  partitionOfKey,
} from '../src/index.ts';

export interface SampleBody {
  readonly name: string;
  readonly seq: number;
}

/** Bodies are JSON here: the bus must not care, and the suite needs no schema. */
export function aMessage(topic: string, key: string, body: Partial<SampleBody> = {}): BusMessage {
  const { name = 'sample.made', seq = 0 } = body;
  return {
    topic,
    key,
    value: Buffer.from(JSON.stringify({ name, seq })),
    attributes: {
      id: uuidv7.next(),
      type: name,
      source: '/foundnow/sample',
      time: new Date().toISOString(),
      subject: key,
      dataschema: 'foundnow.sample.SampleMade/v1',
      contentType: 'application/avro',
      correlationId: uuidv7.next(),
    },
  };
}

export function bodyOf(message: BusMessage): SampleBody {
  return JSON.parse(Buffer.from(message.value).toString()) as SampleBody;
}

export const seqOf = (message: DeliveredMessage): number => bodyOf(message).seq;

export class GarbledSample extends Error {
  override readonly name = 'GarbledSample';
  readonly code = 'sample.garbled';
}

export const sampleDecoder: Decoder = {
  decode(value): DecodedEvent {
    try {
      const { name, seq } = JSON.parse(Buffer.from(value).toString()) as SampleBody;
      return { name, version: 1, payload: { seq } };
    } catch (cause) {
      throw new GarbledSample('not a sample', { cause });
    }
  },
};

/** Keys that no two of which share a partition. */
export function keysApart(count: number, partitions: number): string[] {
  const keys = new Map<number, string>();
  for (let i = 0; keys.size < count; i += 1) keys.set(partitionOfKey(`key-${i}`, partitions), `key-${i}`);
  return [...keys.values()];
}

export const freshGroup = (name: string): string => `${name}-${uuidv7.next()}`;
