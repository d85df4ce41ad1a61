import kafkajs, { type CompressionTypes as Codec, type Message, type Producer, type RecordMetadata } from 'kafkajs';
import { partitionOfKey } from '../partitioning/partition-of-key.ts';
import { KafkaClient } from './kafka-client.ts';
import type { KafkaCompression } from './kafka-options.ts';
import type { KafkaSettings } from './kafka-settings.ts';
import type { OutgoingRecord } from './outgoing-record.ts';
import { slotKey } from './slot.ts';

const { CompressionTypes } = kafkajs;
const CODECS: Record<KafkaCompression, Codec> = {
  none: CompressionTypes.None,
  gzip: CompressionTypes.GZIP,
  zstd: CompressionTypes.ZSTD,
};
const COMPRESS_FROM_BYTES = 2048;
const ROUNDS = 5;

/**
 * One life of an idempotent producer. To be used by one sender at a time, and never again after a failure: kafkajs takes
 * a sequence number back when a request fails, and what is sent next under that number the broker would take for the
 * same batch, acknowledge and drop.
 */
export class ProducerSession {
  /** A request of it failed, if only inside: kafkajs tried again, with success. */
  isSpent = false;
  private readonly client: KafkaClient;
  private readonly producer: Producer;
  private readonly partitionOf = new WeakMap<Message, number>();
  private readonly connected: Promise<void>;

  constructor(private readonly settings: KafkaSettings) {
    this.client = new KafkaClient(settings);
    this.producer = this.client.producer(() => ({ message, partitionMetadata }) => {
      const partition = partitionOfKey(String(message.key), partitionMetadata.length);
      // kafkajs asks for it once in each try.
      this.isSpent ||= this.partitionOf.has(message);
      this.partitionOf.set(message, partition);
      return partition;
    });
    this.connected = this.producer.connect();
    this.connected.catch(() => undefined);
  }

  /** Resolves when every one of them lies on all replicas that are in sync. */
  async send(records: readonly OutgoingRecord[]): Promise<void> {
    await this.connected;
    let missing = records;
    for (let round = 0; missing.length > 0; round += 1) {
      if (round === ROUNDS) throw new Error(`Kafka acknowledged only a part of ${records.length} messages`);
      const acknowledged = new Set((await this.sendOnce(missing)).map(ackedSlot));
      // When a partition moves to a broker that has answered already, kafkajs forgets to send what was left for it.
      missing = missing.filter(({ source, message }) => {
        const partition = this.partitionOf.get(message) ?? -1;
        return !acknowledged.has(slotKey({ topic: source.topic, partition }));
      });
    }
  }

  close(): Promise<void> {
    return this.client.close(() => this.producer.disconnect());
  }

  private sendOnce(records: readonly OutgoingRecord[]): Promise<RecordMetadata[]> {
    const topics = Map.groupBy(records, ({ source }) => source.topic);
    const bytes = records.reduce((sum, record) => sum + record.bytes, 0);
    const { compression, timings } = this.settings;
    return this.producer.sendBatch({
      acks: -1,
      // The broker gives up before the client does, so that the client hears of it.
      timeout: Math.ceil(timings.requestMs * 0.8),
      compression: CODECS[bytes < COMPRESS_FROM_BYTES ? 'none' : compression],
      topicMessages: [...topics].map(([topic, some]) => ({ topic, messages: some.map(({ message }) => message) })),
    });
  }
}

function ackedSlot({ topicName, partition, errorCode }: RecordMetadata): string {
  return errorCode === 0 ? slotKey({ topic: topicName, partition }) : '';
}
