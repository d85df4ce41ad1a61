import kafkajs, { type Admin, Kafka, type Message } from 'kafkajs';

const { logLevel, ConfigResourceTypes } = kafkajs;

/** A client that knows nothing of the bus. */
export class PlainKafka {
  private readonly kafka: Kafka;

  constructor(brokers: string[]) {
    this.kafka = new Kafka({ clientId: 'fn-test-plain', brokers, logLevel: logLevel.NOTHING });
  }

  async asAdmin<T>(work: (admin: Admin) => Promise<T>): Promise<T> {
    const admin = this.kafka.admin();
    await admin.connect();
    try {
      return await work(admin);
    } finally {
      await admin.disconnect();
    }
  }

  async send(topic: string, messages: Message[], compression = 0): Promise<void> {
    const producer = this.kafka.producer({
      createPartitioner:
        () =>
        ({ message }) =>
          message.partition ?? 0,
    });
    await producer.connect();
    try {
      await producer.send({ topic, messages, compression });
    } finally {
      await producer.disconnect();
    }
  }

  /** A broker that somebody lent to the tests is given back as it was. */
  async remove(topics: string[]): Promise<void> {
    if (topics.length > 0) await this.asAdmin((admin) => admin.deleteTopics({ topics }));
  }

  /** As retention would: of partition 0. */
  async deleteBefore(topic: string, offset: string): Promise<void> {
    await this.asAdmin(async (admin) => {
      // Only what it was asked about before, kafkajs can delete from.
      await admin.fetchTopicOffsets(topic);
      await admin.deleteTopicRecords({ topic, partitions: [{ partition: 0, offset }] });
    });
  }

  /** The settings that the topic has of its own. */
  async settings(topic: string): Promise<Record<string, string>> {
    const resources = [{ type: ConfigResourceTypes.TOPIC, name: topic }];
    const answer = await this.asAdmin((admin) => admin.describeConfigs({ includeSynonyms: false, resources }));
    const entries = answer.resources.flatMap(({ configEntries }) => configEntries);
    const own = entries.filter(({ configSource }) => Number(configSource) === 1);
    return Object.fromEntries(own.map(({ configName, configValue }) => [configName, configValue]));
  }

  /** All that the topic has of its own from now on. */
  async setSettings(topic: string, settings: Record<string, string>): Promise<void> {
    const configEntries = Object.entries(settings).map(([name, value]) => ({ name, value }));
    const resources = [{ type: ConfigResourceTypes.TOPIC, name: topic, configEntries }];
    await this.asAdmin((admin) => admin.alterConfigs({ validateOnly: false, resources }));
  }
}
