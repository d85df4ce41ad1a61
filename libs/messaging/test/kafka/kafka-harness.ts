import { uuidv7 } from '@foundnow/kernel';
import { testKafka } from '@foundnow/testing/brokers';
import { deadLetterTopicOf, type KafkaBusOptions, type MessageBus } from '../../src/index.ts';
import { createKafkaBus, provisionKafkaTopics } from '../../src/kafka/index.ts';
import type { BusHarness } from '../bus-harness.ts';
import { PlainKafka } from './plain-kafka.ts';

/** The shortest session that a broker allows by default: a test waits for its end. */
export const QUICK = { sessionMs: 6000, heartbeatMs: 300, rebalanceMs: 10_000, commitMs: 100, fetchWaitMs: 100 };

export interface KafkaHarness extends BusHarness {
  readonly brokers: string[];
  createBus(options?: Partial<KafkaBusOptions>): Promise<MessageBus>;
}

export function startKafkaHarness(brokers = testKafka()): KafkaHarness {
  const topics: string[] = [];
  const options: KafkaBusOptions = { connection: { brokers }, clientId: 'fn-test', timings: QUICK };
  return {
    brokers,
    child: { module: new URL('kafka-child.ts', import.meta.url), options },
    createBus: async (more) => createKafkaBus({ ...options, ...more }),
    async createTopic(partitions) {
      const name = `test.${uuidv7.next()}`;
      topics.push(name, deadLetterTopicOf(name));
      const plan = { partitions, retentionMs: 60 * 60 * 1000, groups: [] };
      await provisionKafkaTopics({ brokers }, [
        { ...plan, name },
        { ...plan, name: deadLetterTopicOf(name), partitions: 1 },
      ]);
      return name;
    },
    close: () => new PlainKafka(brokers).remove(topics.splice(0)),
  };
}
