import { Kafka, logLevel, type KafkaConfig, type SASLOptions } from 'kafkajs';
import type { KafkaLogin } from './kafka-security.ts';

/** The ids of the brokers that serve, as the one at `address` knows them. */
export async function servingBrokers(address: string, login: KafkaLogin): Promise<number[]> {
  const kafka = new Kafka({
    ...kafkajsLogin(login),
    clientId: 'start-kafka',
    brokers: [address],
    logLevel: logLevel.NOTHING,
    connectionTimeout: 2_000,
    requestTimeout: 2_000,
    retry: { retries: 0 },
  });
  const admin = kafka.admin();
  try {
    await admin.connect();
    const { brokers } = await admin.describeCluster();
    return brokers.map(({ nodeId }) => nodeId);
  } finally {
    await admin.disconnect().catch(() => {});
  }
}

export function kafkajsLogin({ tls, sasl }: KafkaLogin): Pick<KafkaConfig, 'sasl' | 'ssl'> {
  return {
    ...(tls === undefined ? {} : { ssl: { ...tls } }),
    ...(sasl === undefined ? {} : { sasl: { ...sasl } as SASLOptions }),
  };
}
