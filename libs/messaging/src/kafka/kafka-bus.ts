import type { BusMessage, DeliveredMessage } from '../message.ts';
import type {
  BusCapabilities,
  MessageBus,
  MessageHandler,
  ReadOptions,
  SubscribeOptions,
  Subscription,
} from '../message-bus.port.ts';
import type { KafkaAdmin } from './kafka-admin.ts';
import { type Attempt, explained } from './kafka-failure.ts';
import { KafkaSubscription } from './kafka-subscription.ts';
import type { LogReader } from './log-reader.ts';
import type { TakerTools } from './partition-taker.ts';
import type { Publisher } from './publisher.ts';
import { groupIdOf, SubscriptionPlan } from './subscription-plan.ts';
import type { TopicDirectory } from './topic-directory.ts';

export interface KafkaBusParts extends TakerTools {
  readonly admin: KafkaAdmin;
  readonly directory: TopicDirectory;
  readonly publisher: Publisher;
  readonly reader: LogReader;
}

/** Apache Kafka through kafkajs. */
export class KafkaBus implements MessageBus {
  readonly capabilities: BusCapabilities = { readFromStart: true, lag: true };
  private readonly subscriptions = new Set<KafkaSubscription>();

  constructor(private readonly parts: KafkaBusParts) {}

  async publish(batch: readonly BusMessage[]): Promise<void> {
    await this.parts.directory.demand(batch.map(({ topic }) => topic));
    await this.parts.publisher.publish(batch);
  }

  async subscribe(options: SubscribeOptions, handler: MessageHandler): Promise<Subscription> {
    const { directory, offsets } = this.parts;
    const { topics } = options;
    await directory.demand(topics);
    const group = groupIdOf(options.group, options.generation);
    const plan = await this.explaining({ topics, group, wants: 'Read' }, async () => {
      // Asked for the right alone: without it, it is better to fail here than to join in vain for ever.
      await offsets.committed(group, topics);
      return SubscriptionPlan.make(options, offsets);
    });
    const subscription = new KafkaSubscription(this.parts, plan, handler);
    this.subscriptions.add(subscription);
    void subscription.done.finally(() => this.subscriptions.delete(subscription));
    await subscription.begun;
    return subscription;
  }

  async *read(options: ReadOptions): AsyncGenerator<DeliveredMessage> {
    await this.parts.directory.demand(options.topics);
    yield* this.parts.reader.read(options);
  }

  async lag(group: string, topics: readonly string[]): Promise<ReadonlyMap<string, number>> {
    await this.parts.directory.demand(topics);
    return this.explaining({ topics, group, wants: 'Describe' }, () => this.parts.offsets.lag(group, topics));
  }

  ping(): Promise<void> {
    return this.explaining({ wants: 'Describe' }, () => this.parts.admin.ping());
  }

  async close(): Promise<void> {
    await Promise.all([...this.subscriptions].map((subscription) => subscription.stop()));
    await Promise.all([this.parts.publisher.close(), this.parts.admin.close()]);
  }

  private async explaining<T>(attempt: Omit<Attempt, 'connection'>, work: () => Promise<T>): Promise<T> {
    try {
      return await work();
    } catch (error) {
      throw explained(error, { ...attempt, connection: this.parts.settings.connection });
    }
  }
}
