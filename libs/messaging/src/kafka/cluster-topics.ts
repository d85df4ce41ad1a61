import kafkajs from 'kafkajs';
import type { TopicPlan } from '../topic-plan.ts';
import type { KafkaAdmin } from './kafka-admin.ts';
import { typeOf } from './kafka-failure.ts';
import type { Copies, TopicSettings } from './topic-settings.ts';

const { ConfigResourceTypes } = kafkajs;
/** Set on the topic itself, not inherited from the broker. */
const OWN = 1;

const UNSERVED = new Set(['UNKNOWN_TOPIC_OR_PARTITION', 'LEADER_NOT_AVAILABLE', 'NOT_LEADER_FOR_PARTITION']);

export interface ExistingTopic {
  readonly partitions: number;
  readonly replicas: number;
}

/** The topics of a cluster, as their administrator sees them. */
export class ClusterTopics {
  private size: number | undefined;

  constructor(private readonly admin: Pick<KafkaAdmin, 'ask'>) {}

  async brokers(): Promise<number> {
    this.size ??= (await this.admin.ask((admin) => admin.describeCluster())).brokers.length;
    return this.size;
  }

  async find(topic: string): Promise<ExistingTopic | undefined> {
    try {
      const { topics } = await this.admin.ask((admin) => admin.fetchTopicMetadata({ topics: [topic] }));
      const partitions = topics.find(({ name }) => name === topic)?.partitions ?? [];
      return { partitions: partitions.length, replicas: partitions[0]?.replicas.length ?? 0 };
    } catch (error) {
      if (typeOf(error) === 'UNKNOWN_TOPIC_OR_PARTITION') return undefined;
      throw error;
    }
  }

  /** Visible, and its leaders answer for it: that comes a little after its creation. */
  async isServed(topic: string): Promise<boolean> {
    try {
      await this.admin.ask((admin) => admin.fetchTopicOffsets(topic), 1);
      return true;
    } catch (error) {
      if (UNSERVED.has(typeOf(error) ?? '')) return false;
      throw error;
    }
  }

  /** False when somebody else was faster. */
  async create({ name: topic, partitions }: TopicPlan, copies: Copies, settings: TopicSettings): Promise<boolean> {
    const configEntries = Object.entries(settings).map(([name, value]) => ({ name, value }));
    const { replicationFactor } = copies;
    const wanted = { topic, numPartitions: partitions, replicationFactor, configEntries };
    return this.admin.ask((admin) => admin.createTopics({ topics: [wanted], waitForLeaders: false }));
  }

  async settings(topic: string): Promise<TopicSettings> {
    const entries = await this.entries(topic);
    return Object.fromEntries(entries.map(({ configName, configValue }) => [configName, configValue]));
  }

  /** Alters these and no others. The only request for it that kafkajs knows resets all that it does not name. */
  async alter(topic: string, changes: TopicSettings): Promise<void> {
    const own = (await this.entries(topic)).filter(({ configSource }) => Number(configSource) === OWN);
    const before = Object.fromEntries(own.map(({ configName, configValue }) => [configName, configValue]));
    const configEntries = Object.entries({ ...before, ...changes }).map(([name, value]) => ({ name, value }));
    const resources = [{ type: ConfigResourceTypes.TOPIC, name: topic, configEntries }];
    await this.admin.ask((admin) => admin.alterConfigs({ validateOnly: false, resources }));
  }

  private async entries(topic: string) {
    const resources = [{ type: ConfigResourceTypes.TOPIC, name: topic }];
    const answer = await this.admin.ask((admin) => admin.describeConfigs({ includeSynonyms: false, resources }));
    return answer.resources.flatMap(({ configEntries }) => configEntries);
  }
}
