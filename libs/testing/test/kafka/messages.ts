import { randomUUID } from 'node:crypto';
import type { KafkaAccess } from '@foundnow/testing/brokers';
import { Kafka, logLevel } from 'kafkajs';
import { kafkajsLogin } from '../../src/brokers/kafka/serving-brokers.ts';

export function kafkaClient({ brokers, ...login }: KafkaAccess): Kafka {
  const retry = { initialRetryTime: 100, retries: 12 };
  return new Kafka({ ...kafkajsLogin(login), clientId: 'testing', brokers, retry, logLevel: logLevel.NOTHING });
}

export async function makeTopic(kafka: Kafka, topic: string, replicationFactor = 1): Promise<void> {
  const admin = kafka.admin();
  await admin.connect();
  try {
    await admin.createTopics({ topics: [{ topic, numPartitions: 1, replicationFactor }], waitForLeaders: true });
  } finally {
    await admin.disconnect();
  }
}

export async function produce(kafka: Kafka, topic: string, ...values: readonly string[]): Promise<void> {
  const producer = kafka.producer();
  await producer.connect();
  try {
    await producer.send({ topic, acks: -1, messages: values.map((value) => ({ value })) });
  } finally {
    await producer.disconnect();
  }
}

/** The first `count` messages of the topic. */
export async function consume(kafka: Kafka, topic: string, count: number): Promise<string[]> {
  const consumer = kafka.consumer({ groupId: `reader-${randomUUID()}` });
  const seen: string[] = [];
  await consumer.connect();
  try {
    await consumer.subscribe({ topic, fromBeginning: true });
    await new Promise<void>((resolve, reject) => {
      const eachMessage = async ({ message }: { message: { value: Buffer | null } }): Promise<void> => {
        if (seen.push(String(message.value)) >= count) resolve();
      };
      consumer.run({ eachMessage }).catch(reject);
    });
    return seen;
  } finally {
    await consumer.disconnect();
  }
}
