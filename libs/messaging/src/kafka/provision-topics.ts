import { setTimeout as delay } from 'node:timers/promises';
import type { TopicPlan } from '../topic-plan.ts';
import { ClusterTopics, type ExistingTopic } from './cluster-topics.ts';
import { KafkaAdmin } from './kafka-admin.ts';
import { explained, typeOf } from './kafka-failure.ts';
import type { KafkaConnection } from './kafka-connection.ts';
import { kafkaSettings } from './kafka-settings.ts';
import { type Copies, copiesFor, driftOf, settingsOf, type TopicSettings } from './topic-settings.ts';

export interface KafkaProvision {
  readonly created: readonly string[];
  readonly altered: readonly { readonly topic: string; readonly settings: TopicSettings }[];
  /** What differs from the plan and is left to a person, with what it needs. */
  readonly warnings: readonly string[];
}

const SERVED = { tries: 100, everyMs: 100 };

/**
 * Creates what is missing and alters what has drifted. May be run by any number at the same time. Partitions are never
 * added: keys would move. Rejects when a topic is missing and may not be created.
 */
export async function provisionKafkaTopics(
  connection: KafkaConnection,
  plans: readonly TopicPlan[],
  { dryRun = false }: { readonly dryRun?: boolean } = {},
): Promise<KafkaProvision> {
  const admin = new KafkaAdmin(kafkaSettings({ connection, clientId: 'fn-provision' }));
  try {
    return await new Provisioning(connection, new ClusterTopics(admin), dryRun).run(plans);
  } finally {
    await admin.close();
  }
}

class Provisioning {
  private readonly created: string[] = [];
  private readonly altered: { topic: string; settings: TopicSettings }[] = [];
  private readonly warnings: string[] = [];

  constructor(
    private readonly connection: KafkaConnection,
    private readonly topics: ClusterTopics,
    private readonly dryRun: boolean,
  ) {}

  async run(plans: readonly TopicPlan[]): Promise<KafkaProvision> {
    const copies = copiesFor(await this.explaining('Describe', plans, () => this.topics.brokers()));
    for (const plan of plans) {
      const existing = await this.explaining('Describe', [plan], () => this.topics.find(plan.name));
      if (existing) await this.compare(plan, existing);
      else await this.create(plan, copies);
    }
    return { created: this.created, altered: this.altered, warnings: this.warnings };
  }

  private async create(plan: TopicPlan, copies: Copies): Promise<void> {
    if (this.dryRun) return void this.created.push(plan.name);
    const settings = settingsOf(plan, copies);
    const isMine = await this.explaining('Create', [plan], () => this.topics.create(plan, copies, settings));
    if (isMine) this.created.push(plan.name);
    for (let tries = 0; !(await this.topics.isServed(plan.name)); tries += 1) {
      if (tries === SERVED.tries) throw new Error(`Kafka created the topic ${plan.name} and does not serve it`);
      await delay(SERVED.everyMs);
    }
  }

  private async compare(plan: TopicPlan, { partitions, replicas }: ExistingTopic): Promise<void> {
    const { name } = plan;
    if (partitions !== plan.partitions) {
      this.warnings.push(
        `The topic ${name} has ${partitions} partitions, planned are ${plan.partitions}. They are left as they are, because another number sends keys elsewhere and breaks their order`,
      );
    }
    const copies = copiesFor(await this.topics.brokers());
    if (replicas < copies.replicationFactor) {
      this.warnings.push(
        `The topic ${name} has ${replicas} of ${copies.replicationFactor} replicas: kafka-reassign-partitions.sh adds the others`,
      );
    }
    await this.mend(name, settingsOf(plan, copiesFor(replicas)));
  }

  private async mend(topic: string, wanted: TopicSettings): Promise<void> {
    try {
      const drift = driftOf(wanted, await this.topics.settings(topic));
      if (Object.keys(drift).length === 0) return;
      if (!this.dryRun) await this.topics.alter(topic, drift);
      this.altered.push({ topic, settings: drift });
    } catch (error) {
      if (!typeOf(error)?.endsWith('_AUTHORIZATION_FAILED')) throw error;
      const told = explained(error, { connection: this.connection, topics: [topic], wants: 'AlterConfigs' });
      this.warnings.push(`The settings of ${topic} were not compared with the plan: ${told.message}`);
    }
  }

  private async explaining<T>(
    wants: 'Create' | 'Describe',
    plans: readonly TopicPlan[],
    work: () => Promise<T>,
  ): Promise<T> {
    try {
      return await work();
    } catch (error) {
      throw explained(error, { connection: this.connection, topics: plans.map(({ name }) => name), wants });
    }
  }
}
