import { uuidv7 } from '@foundnow/kernel';
import type { DeliveredMessage } from '../message.ts';
import type { ReadOptions } from '../message-bus.port.ts';
import type { Positions } from './positions.ts';
import { noPast } from '../no-past.ts';
import type { PubSubSettings } from './pubsub-settings.ts';
import type { Pulls } from './pulls.ts';
import { isDeadLetterTopic, passingSubscriptionOf } from './resource-names.ts';
import type { StandingReader } from './standing-reader.ts';
import type { Subscriptions } from './subscriptions.ts';
import { untilAborted } from './until-aborted.ts';
import { untilQuiet } from './until-quiet.ts';

/** Reads through subscriptions of its own, which go when the read is over, or a day after its process died. */
export class PubSubReader {
  constructor(
    private readonly settings: PubSubSettings,
    private readonly subscriptions: Subscriptions,
    private readonly positions: Positions,
    private readonly pulls: Pulls,
    private readonly standing: StandingReader,
  ) {}

  async *read(options: ReadOptions): AsyncGenerator<DeliveredMessage> {
    const { topics, from, follow } = options;
    if (from === 'end' && !follow) return;
    if (from !== 'end' && !this.settings.readFromStart) yield* this.readStanding(options);
    else yield* this.readPassing(topics, options);
  }

  private async *readPassing(topics: readonly string[], options: ReadOptions): AsyncGenerator<DeliveredMessage> {
    const { from, follow, signal } = options;
    const names = new Map(topics.map((topic) => [topic, passingSubscriptionOf(topic, uuidv7.next())]));
    try {
      for (const [topic, name] of names) {
        await this.subscriptions.create({ topic, name, passing: true });
        if (from !== 'end') await this.positions.goBack(name, from === 'beginning' ? undefined : from);
      }
      const { quietMs } = this.settings.timings;
      if (follow) yield* untilAborted(this.pulls, names, signal);
      else for (const [topic, name] of names) yield* untilQuiet(this.pulls, topic, name, { quietMs, signal });
    } finally {
      await Promise.allSettled([...names.values()].map((name) => this.subscriptions.remove(name)));
    }
  }

  /** Dead letters are never acknowledged, so where there is no going back they are still there. */
  private async *readStanding({ topics, from, follow, signal }: ReadOptions): AsyncGenerator<DeliveredMessage> {
    if (follow || !topics.every(isDeadLetterTopic)) throw noPast(`A read of ${topics.join(', ')}`);
    for (const topic of topics) {
      for (const message of await this.standing.read(topic, signal)) {
        if (!(from instanceof Date) || message.publishedAt >= from) yield message;
      }
    }
  }
}
