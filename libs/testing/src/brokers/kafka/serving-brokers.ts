import { Kafka, logLevel, type KafkaConfig } from 'kafkajs';

/** The ids of the brokers that serve, as the one at `address` knows them. */
export async function servingBrokers(address: string, login: Pick<KafkaConfig, 'sasl' | 'ssl'>): Promise<number[]> {
  const kafka = new Kafka({
    ...login,
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
