import { findKafka, type KafkaOptions } from '@foundnow/testing/brokers';

export interface Broker {
  /** What the command is told. */
  readonly env: Readonly<Record<string, string>>;
  stop(): Promise<void>;
}

export type BrokerOptions = Pick<KafkaOptions, 'dataDir' | 'nodes' | 'port' | 'onProgress'>;

export type BrokerKind = keyof typeof BROKERS;

export const BROKERS = { kafka } as const;

async function kafka(options: BrokerOptions): Promise<Broker> {
  const found = await findKafka(options);
  return { env: { KAFKA_BROKERS: found.brokers.join(',') }, stop: () => found.stop() };
}
