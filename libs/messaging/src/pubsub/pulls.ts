import type { protos, PubSub } from '@google-cloud/pubsub';
import type { DeliveredMessage } from '../message.ts';
import { delivered } from './delivered.ts';
import { withinTime } from './pubsub-client.ts';
import { pubSubFailure } from './pubsub-failure.ts';
import { STATUS, statusOf } from './grpc-status.ts';

const AT_ONCE = 500;
const ADVICE = 'Reading needs roles/pubsub.subscriber';

export interface Pulled {
  readonly ackId: string;
  readonly message: DeliveredMessage;
}

type PullResponse = protos.google.pubsub.v1.IPullResponse;
type ReceivedMessage = protos.google.pubsub.v1.IReceivedMessage;

/** Single calls on a subscription, for reads that are over some time; consumers stream. */
export class Pulls {
  constructor(
    private readonly client: PubSub,
    private readonly requestMs: number,
  ) {}

  /** `wait`: until something comes or the server has waited long enough; else only what is there at once. */
  async pull(topic: string, subscription: string, wait: boolean): Promise<Pulled[]> {
    const request = { subscription: this.pathOf(subscription), maxMessages: AT_ONCE, returnImmediately: !wait };
    try {
      const { receivedMessages } = await this.call<PullResponse>('pull', request);
      return (receivedMessages ?? []).map((received) => pulledFrom(topic, received));
    } catch (error) {
      if (wait && statusOf(error) === STATUS.deadlineExceeded) return [];
      throw pubSubFailure(error, `reading ${subscription}`, ADVICE);
    }
  }

  async acknowledge(subscription: string, pulled: readonly Pulled[]): Promise<void> {
    await this.settle('acknowledge', subscription, pulled, {});
  }

  /** Others may have them at once. */
  async release(subscription: string, pulled: readonly Pulled[]): Promise<void> {
    await this.settle('modifyAckDeadline', subscription, pulled, { ackDeadlineSeconds: 0 });
  }

  private async settle(method: string, name: string, pulled: readonly Pulled[], more: object): Promise<void> {
    const subscription = this.pathOf(name);
    for (let at = 0; at < pulled.length; at += AT_ONCE) {
      const ackIds = pulled.slice(at, at + AT_ONCE).map(({ ackId }) => ackId);
      await this.call(method, { subscription, ackIds, ...more }).catch((error: unknown) => {
        throw pubSubFailure(error, `settling messages of ${name}`, ADVICE);
      });
    }
  }

  private call<T>(method: string, reqOpts: object): Promise<T> {
    const gaxOpts = withinTime(this.requestMs);
    return new Promise((resolve, reject) => {
      this.client.request<T>({ client: 'SubscriberClient', method, reqOpts, gaxOpts }, (error, answer) => {
        if (error) reject(error);
        else resolve(answer as T);
      });
    });
  }

  private pathOf(subscription: string): string {
    return `projects/${this.client.projectId}/subscriptions/${subscription}`;
  }
}

function pulledFrom(topic: string, { ackId, message }: ReceivedMessage): Pulled {
  const { data, attributes, orderingKey, messageId, publishTime } = message ?? {};
  const { seconds, nanos } = publishTime ?? {};
  const publishedMicros = BigInt(String(seconds ?? 0)) * 1_000_000n + BigInt(Math.floor((nanos ?? 0) / 1000));
  const raw = { data, attributes, orderingKey, messageId: messageId ?? '', publishedMicros };
  return { ackId: ackId ?? '', message: delivered(topic, raw) };
}
