import { brokersConfig } from '../config.ts';
import { startKafka, type KafkaOptions } from './start-kafka.ts';

export interface FoundKafka {
  readonly brokers: readonly string[];
  stop(): Promise<void>;
}

/** The Kafka that `KAFKA_BROKERS` names, which is left running; else one of our own. */
export async function findKafka(options: KafkaOptions = {}): Promise<FoundKafka> {
  const { kafkaBrokers } = brokersConfig();
  if (kafkaBrokers === undefined) return startKafka(options);
  options.onProgress?.(`Using the Kafka at ${kafkaBrokers.join(',')} (KAFKA_BROKERS).`);
  return { brokers: kafkaBrokers, stop: async () => {} };
}
