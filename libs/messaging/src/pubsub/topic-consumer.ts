import type { Message, PubSub, Subscription as Stream } from '@google-cloud/pubsub';
import type { MessageHandler } from '../message-bus.port.ts';
import { Doorbell } from '../embedded/doorbell.ts';
import { delivered } from './delivered.ts';
import { KeyQueues } from './key-queues.ts';
import type { PubSubSettings } from './pubsub-settings.ts';
import type { ReplayEnd } from './replay-end.ts';
import { streamOptions } from './stream-options.ts';
import { watchStream } from './watch-stream.ts';

const REOPEN_MS = 500;

export interface TopicConsumerParts {
  readonly client: PubSub;
  readonly settings: PubSubSettings;
  readonly topic: string;
  /** Makes sure that the subscription is there, and names it. */
  readonly take: () => Promise<string>;
  readonly end: ReplayEnd | undefined;
}

/** One topic of one member of a group: a stream, the queues behind it, and another stream when that one is refused. */
export class TopicConsumer {
  readonly done: Promise<void>;
  private readonly stopped = Promise.withResolvers<void>();
  private readonly bell = new Doorbell();
  private stopping = false;

  constructor(
    private readonly parts: TopicConsumerParts,
    private readonly handler: MessageHandler,
    subscription: string,
  ) {
    this.done = this.run(subscription);
  }

  stop(): Promise<void> {
    this.stopping = true;
    this.stopped.resolve();
    this.bell.ring();
    return this.done;
  }

  private async run(name: string): Promise<void> {
    const { onProblem, timings } = this.parts.settings;
    for (let delay = REOPEN_MS; !this.stopping; delay = Math.min(delay * 2, timings.reopenMs)) {
      const began = performance.now();
      await this.session(name);
      if (this.stopping) return;
      if (performance.now() - began > timings.reopenMs) delay = REOPEN_MS;
      await this.bell.wait(delay);
      if (!this.stopping) await this.parts.take().catch((error: unknown) => onProblem('start', error));
    }
  }

  /** Until it is stopped, at its end, or refused by the server. */
  private async session(name: string): Promise<void> {
    const { client, settings, end } = this.parts;
    const stream = client.subscription(name, streamOptions(settings));
    const queues = new KeyQueues(this.handler, settings.keysAtOnce);
    const lost = watchStream(stream, name, settings.onProblem);
    stream.on('message', (message: Message) => this.receive(message, queues));
    end?.watch(queues);
    const reached = end?.reached.promise.then(() => (this.stopping = true));
    await Promise.race([this.stopped.promise, lost, ...(reached ? [reached] : [])]);
    end?.leave();
    await close(stream, queues, settings.timings.stopGraceMs);
  }

  private receive(message: Message, queues: KeyQueues): void {
    const { id: messageId, data, attributes, orderingKey } = message;
    const publishedMicros = BigInt(message.publishTime.getFullTime()) / 1000n;
    const known = delivered(this.parts.topic, { messageId, data, attributes, orderingKey, publishedMicros });
    if (this.parts.end?.isWithin(known.publishedAt) === false) message.ack();
    else queues.add({ id: messageId, message: known, done: () => message.ack(), release: () => message.nack() });
  }
}

/** Nothing more is received from here on; the client sends what is acknowledged and given back before it lets go. */
async function close(stream: Stream, queues: KeyQueues, graceMs: number): Promise<void> {
  const closed = stream.close();
  await queues.finish(graceMs);
  await closed;
}
