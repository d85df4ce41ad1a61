import { findKafka } from '@foundnow/testing/brokers';
import { Kafka, logLevel } from 'kafkajs';

const PARTITIONS = 12;

export interface BenchKafka {
  readonly brokers: string[];
  /** Made anew, and known to every broker. */
  topic(): Promise<string>;
}

/** The Kafka of `KAFKA_BROKERS`, or one that lives as long as the row. */
export async function benchKafka(closing: AsyncDisposableStack, progress: (text: string) => void): Promise<BenchKafka> {
  const found = await findKafka({ onProgress: progress });
  closing.defer(() => found.stop());
  const brokers = [...found.brokers];
  const admin = new Kafka({ clientId: 'bench-admin', brokers, logLevel: logLevel.NOTHING }).admin();
  await admin.connect();
  closing.defer(() => admin.disconnect());
  return {
    brokers,
    async topic() {
      const topic = `bench.${crypto.randomUUID()}`;
      await admin.createTopics({ topics: [{ topic, numPartitions: PARTITIONS }], waitForLeaders: true });
      closing.defer(() => admin.deleteTopics({ topics: [topic] }));
      return topic;
    },
  };
}
