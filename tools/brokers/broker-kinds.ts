import { findKafka, type KafkaOptions, startPubSubEmulator } from '@foundnow/testing/brokers';

export interface Broker {
  /** What the command is told. */
  readonly env: Readonly<Record<string, string>>;
  stop(): Promise<void>;
}

export type BrokerOptions = Pick<KafkaOptions, 'dataDir' | 'nodes' | 'port' | 'onProgress'>;

export type BrokerKind = keyof typeof BROKERS;

export const BROKERS = { kafka, pubsub } as const;

async function kafka(options: BrokerOptions): Promise<Broker> {
  const found = await findKafka(options);
  return { env: { KAFKA_BROKERS: found.brokers.join(',') }, stop: () => found.stop() };
}

async function pubsub({ port, onProgress }: BrokerOptions): Promise<Broker> {
  const found = await startPubSubEmulator({
    ...(port === undefined ? {} : { port }),
    ...(onProgress === undefined ? {} : { onProgress }),
  });
  return { env: { PUBSUB_EMULATOR_HOST: found.host }, stop: () => found.stop() };
}
