import type { PubSub } from '@google-cloud/pubsub';
import { withinTime } from './pubsub-client.ts';
import { pubSubFailure } from './pubsub-failure.ts';
import { STATUS, statusOf } from './grpc-status.ts';
import type { PubSubSettings } from './pubsub-settings.ts';

const DAY_SECONDS = 86_400;
/** What the service keeps for a subscription at most; emulators take less. */
const RETENTION_DAYS = { service: 31, emulator: 7 };
/** A label: made, but not yet brought to where it begins. */
const UNPLACED = { 'foundnow-start': 'pending' };

export interface NewSubscription {
  readonly topic: string;
  readonly name: string;
  /** Expires when nobody used it for a day. */
  readonly passing?: boolean;
  readonly ordered?: boolean;
  /** To be sought to its beginning before it is used. */
  readonly unplaced?: boolean;
}

export interface FoundSubscription {
  readonly ordered: boolean;
  readonly unplaced: boolean;
}

/** Makes and finds subscriptions. */
export class Subscriptions {
  constructor(
    private readonly client: PubSub,
    private readonly settings: PubSubSettings,
  ) {}

  /** `hidden`: the account may consume, and not look at settings. */
  async find(name: string): Promise<FoundSubscription | 'hidden' | undefined> {
    try {
      const [metadata] = await this.client.subscription(name).getMetadata(this.options);
      const { enableMessageOrdering, labels } = metadata;
      return { ordered: enableMessageOrdering === true, unplaced: labels?.['foundnow-start'] === 'pending' };
    } catch (error) {
      if (statusOf(error) === STATUS.notFound) return undefined;
      if (statusOf(error) === STATUS.permissionDenied) return 'hidden';
      throw pubSubFailure(error, `looking for the subscription ${name}`, '');
    }
  }

  /** False when another made it at the same time. */
  async create({ topic, name, passing = false, ordered = true, unplaced = false }: NewSubscription): Promise<boolean> {
    const { emulatorHost, timings } = this.settings;
    const days = passing ? 1 : RETENTION_DAYS[emulatorHost === undefined ? 'service' : 'emulator'];
    try {
      await this.client.createSubscription(topic, name, {
        enableMessageOrdering: ordered,
        ackDeadlineSeconds: timings.ackDeadlineSeconds,
        messageRetentionDuration: { seconds: days * DAY_SECONDS },
        expirationPolicy: passing ? { ttl: { seconds: DAY_SECONDS } } : {},
        ...(unplaced && { labels: UNPLACED }),
        gaxOpts: this.options,
      });
      return true;
    } catch (error) {
      if (statusOf(error) === STATUS.alreadyExists) return false;
      throw pubSubFailure(error, `making the subscription ${name} of ${topic}`, this.mending(topic, name));
    }
  }

  async seek(name: string, to: Date): Promise<void> {
    try {
      await this.client.subscription(name).seek(to, this.options);
    } catch (error) {
      throw pubSubFailure(error, `going back in ${name}`, 'It needs roles/pubsub.subscriber');
    }
  }

  async markPlaced(name: string): Promise<void> {
    try {
      await this.client.subscription(name).setMetadata({ labels: {} }, this.options);
    } catch (error) {
      throw pubSubFailure(error, `marking ${name} as begun`, 'It needs roles/pubsub.editor');
    }
  }

  async remove(name: string): Promise<void> {
    try {
      await this.client.subscription(name).delete(this.options);
    } catch (error) {
      if (statusOf(error) === STATUS.notFound) return;
      throw pubSubFailure(error, `deleting the subscription ${name}`, 'It needs roles/pubsub.editor');
    }
  }

  private get options() {
    return withinTime(this.settings.timings.requestMs);
  }

  private mending(topic: string, name: string): string {
    return `Start once with BUS_PROVISION=true and roles/pubsub.editor, or run: ${subscriptionCommand(this.settings.projectId, topic, name)}`;
  }
}

/** For people whose services may not make it themselves. */
export function subscriptionCommand(projectId: string, topic: string, name: string): string {
  return `gcloud pubsub subscriptions create ${name} --project=${projectId} --topic=${topic} --enable-message-ordering --expiration-period=never --message-retention-duration=${RETENTION_DAYS.service}d`;
}
