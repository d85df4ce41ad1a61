import type { PubSub } from '@google-cloud/pubsub';
import type { MessageHandler, SubscribeOptions, Subscription } from '../message-bus.port.ts';
import type { Positions } from './positions.ts';
import type { PubSubSettings } from './pubsub-settings.ts';
import type { Pulls } from './pulls.ts';
import { ReplayEnd } from './replay-end.ts';
import { TopicConsumer } from './topic-consumer.ts';

export interface SubscriptionTools {
  readonly client: PubSub;
  readonly settings: PubSubSettings;
  readonly positions: Positions;
  readonly pulls: Pulls;
}

/** One member of one group: a consumer per topic, each key in order within its topic. */
export async function startSubscription(
  tools: SubscriptionTools,
  options: SubscribeOptions,
  handler: MessageHandler,
): Promise<Subscription> {
  tools.positions.check(options);
  const names = await Promise.all(options.topics.map((topic) => tools.positions.take(options, topic)));
  const consumers = options.topics.map((topic, index) => {
    const name = names[index] ?? '';
    const end = options.bounded === true ? endOf(tools, topic, name) : undefined;
    const take = () => tools.positions.take(options, topic);
    return new TopicConsumer({ ...tools, topic, take, end }, handler, name);
  });
  const done = Promise.all(consumers.map((consumer) => consumer.done)).then(() => undefined);
  const stop = () => Promise.all(consumers.map((consumer) => consumer.stop())).then(() => undefined);
  return { done, stop };
}

function endOf({ settings, pulls }: SubscriptionTools, topic: string, name: string): ReplayEnd {
  const isEmpty = async () => {
    const pulled = await pulls.pull(topic, name, false);
    await pulls.release(name, pulled);
    return pulled.length === 0;
  };
  return new ReplayEnd(settings.timings.quietMs, isEmpty, (error) => settings.onProblem('read', error));
}
