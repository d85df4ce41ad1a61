import { DomainError } from '@foundnow/kernel';
import type { SubscribeOptions } from '../message-bus.port.ts';
import { noPast } from '../no-past.ts';
import type { PubSubSettings } from './pubsub-settings.ts';
import { subscriptionOf } from './resource-names.ts';
import type { Subscriptions } from './subscriptions.ts';

/** Before anything that a topic can still hold. */
const RETAINED_MS = 32 * 24 * 60 * 60 * 1000;

/** Where a group stands in a topic. Made here before subscribe resolves: what is published from then on is not missed. */
export class Positions {
  constructor(
    private readonly subscriptions: Subscriptions,
    private readonly settings: PubSubSettings,
  ) {}

  /** Throws when the group would have to begin where the server cannot go. */
  check({ group, generation = 0, startAt = 'beginning', bounded = false }: SubscribeOptions): void {
    const goesBack = startAt === 'beginning' && (generation > 0 || bounded);
    if (goesBack && !this.settings.readFromStart) throw noPast(`Generation ${generation} of ${group}`);
  }

  /** The name of the subscription, which is there and in its place. */
  async take(options: SubscribeOptions, topic: string): Promise<string> {
    const { group, generation = 0, startAt = 'beginning' } = options;
    const name = subscriptionOf(topic, group, generation);
    const found = await this.subscriptions.find(name);
    if (found === 'hidden') return name;
    if (found !== undefined && !found.ordered) throw unordered(name);
    const fromStart = startAt === 'beginning' && this.settings.readFromStart;
    if (found === undefined) {
      await this.subscriptions.create({ topic, name, passing: generation > 0, unplaced: fromStart });
      if (startAt === 'beginning' && !fromStart) this.settings.onProblem('start', beginsNow(group, topic));
    }
    if (found === undefined ? fromStart : found.unplaced) {
      if (fromStart) await this.goBack(name);
      await this.subscriptions.markPlaced(name);
    }
    return name;
  }

  async goBack(name: string, to = new Date(Date.now() - RETAINED_MS)): Promise<void> {
    await this.subscriptions.seek(name, to);
  }
}

function unordered(name: string): DomainError {
  return new DomainError(
    'bus.refused',
    'internal',
    `The Pub/Sub subscription ${name} keeps no order, which cannot be changed. Delete it when its group has read all, and start again`,
  );
}

function beginsNow(group: string, topic: string): DomainError {
  return new DomainError(
    'bus.no_past',
    'conflict',
    `The group ${group} is new to ${topic} and begins with what is published from now on: this Pub/Sub cannot go back. Provision the topic with its groups before anything is published`,
  );
}
