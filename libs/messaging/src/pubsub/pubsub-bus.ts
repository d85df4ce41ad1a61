import type { BusMessage, DeliveredMessage } from '../message.ts';
import type {
  BusCapabilities,
  MessageBus,
  MessageHandler,
  ReadOptions,
  SubscribeOptions,
  Subscription,
} from '../message-bus.port.ts';
import type { OrderedPublisher } from './ordered-publisher.ts';
import { closeClient, withinTime } from './pubsub-client.ts';
import { pubSubFailure } from './pubsub-failure.ts';
import { STATUS, statusOf } from './grpc-status.ts';
import type { PubSubReader } from './pubsub-reader.ts';
import { startSubscription, type SubscriptionTools } from './pubsub-subscription.ts';

export interface PubSubBusParts extends SubscriptionTools {
  readonly publisher: OrderedPublisher;
  readonly reader: PubSubReader;
}

/** Google Pub/Sub with ordering keys. Retries and dead letters are ours: to the server an outage would be attempts. */
export class PubSubBus implements MessageBus {
  readonly capabilities: BusCapabilities;
  private readonly open = new Set<Subscription>();

  constructor(private readonly parts: PubSubBusParts) {
    this.capabilities = { readFromStart: parts.settings.readFromStart, lag: false };
  }

  publish(batch: readonly BusMessage[]): Promise<void> {
    return this.parts.publisher.publish(batch);
  }

  async subscribe(options: SubscribeOptions, handler: MessageHandler): Promise<Subscription> {
    const subscription = await startSubscription(this.parts, options, handler);
    this.open.add(subscription);
    void subscription.done.finally(() => this.open.delete(subscription));
    return subscription;
  }

  read(options: ReadOptions): AsyncIterable<DeliveredMessage> {
    return this.parts.reader.read(options);
  }

  /** Only the monitoring of the service could tell. */
  async lag(): Promise<undefined> {
    return undefined;
  }

  async ping(): Promise<void> {
    const { client, settings } = this.parts;
    try {
      await client.topic(NO_TOPIC).getMetadata(withinTime(Math.min(settings.timings.requestMs, PING_MS)));
    } catch (error) {
      // It answers, and what it says of this topic does not matter.
      const status = statusOf(error);
      if (status === STATUS.notFound || status === STATUS.permissionDenied) return;
      throw pubSubFailure(error, 'asking whether it is there', '');
    }
  }

  async close(): Promise<void> {
    await Promise.all([...this.open].map((subscription) => subscription.stop()));
    await closeClient(this.parts.client);
  }
}

const NO_TOPIC = 'foundnow-ping';
/** A health check does not wait for the retries of a call that must succeed. */
const PING_MS = 3000;
