import type { Pool } from 'pg';
import type { BusMessage, DeliveredMessage } from '../message.ts';
import type {
  BusCapabilities,
  MessageBus,
  MessageHandler,
  ReadOptions,
  SubscribeOptions,
  Subscription,
} from '../message-bus.port.ts';
import { EmbeddedSubscription, type SubscriptionTools } from './embedded-subscription.ts';
import type { LogReader } from './log-reader.ts';
import type { Publisher } from './publisher.ts';
import type { Retention } from './retention.ts';

export interface EmbeddedBusParts extends SubscriptionTools {
  readonly pool: Pool;
  readonly publisher: Publisher;
  readonly reader: LogReader;
  readonly retention: Retention;
}

/** A small partitioned log in PostgreSQL. */
export class EmbeddedBus implements MessageBus {
  readonly capabilities: BusCapabilities = { readFromStart: true, lag: true };
  private readonly subscriptions = new Set<EmbeddedSubscription>();

  constructor(private readonly parts: EmbeddedBusParts) {}

  publish(batch: readonly BusMessage[]): Promise<void> {
    this.parts.retention.start();
    return this.parts.publisher.publish(batch);
  }

  async subscribe(options: SubscribeOptions, handler: MessageHandler): Promise<Subscription> {
    const plan = await this.parts.planner.plan(options);
    const subscription = new EmbeddedSubscription(this.parts, plan, handler);
    this.subscriptions.add(subscription);
    const deaf = await this.parts.wakeUps.listen((names) => subscription.wakeUp(names));
    void subscription.done.finally(() => {
      deaf();
      this.subscriptions.delete(subscription);
    });
    await subscription.begun;
    return subscription;
  }

  read(options: ReadOptions): AsyncIterable<DeliveredMessage> {
    return this.parts.reader.read(options, this.parts.settings.pollMs);
  }

  lag(group: string, topics: readonly string[]): Promise<ReadonlyMap<string, number>> {
    return this.parts.planner.lag(group, topics);
  }

  async ping(): Promise<void> {
    await this.parts.pool.query(`SELECT 1 FROM ${this.parts.settings.schema}.topic LIMIT 1`);
  }

  /** Deletes what is past its retention now; the bus also does it by itself from time to time. */
  retain(now = new Date()): Promise<number> {
    return this.parts.retention.run(now);
  }

  async close(): Promise<void> {
    this.parts.retention.stop();
    await Promise.all([...this.subscriptions].map((subscription) => subscription.stop()));
    await this.parts.wakeUps.close();
    await this.parts.pool.end();
  }
}
