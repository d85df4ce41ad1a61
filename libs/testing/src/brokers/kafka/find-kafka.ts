import { answers } from '../answers.ts';
import { BrokerStartError } from '../broker-start-error.ts';
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
  const found = await Promise.all(kafkaBrokers.map((address) => answers(address)));
  if (!found.includes(true)) throw nobodyThere(kafkaBrokers);
  options.onProgress?.(`Using the Kafka at ${kafkaBrokers.join(',')} (KAFKA_BROKERS).`);
  return { brokers: kafkaBrokers, stop: async () => {} };
}

/** The brokers that this test run was given. */
export function testKafka(): string[] {
  const { kafkaBrokers } = brokersConfig();
  if (kafkaBrokers === undefined) {
    throw new BrokerStartError('No Kafka for this spec.', 'Run it by `npm run test:kafka`, or set KAFKA_BROKERS.');
  }
  return [...kafkaBrokers];
}

function nobodyThere(brokers: readonly string[]): BrokerStartError {
  return new BrokerStartError(
    `KAFKA_BROKERS names ${brokers.join(',')}, and nobody listens there.`,
    'Start that Kafka, or unset KAFKA_BROKERS to have one started.',
  );
}
