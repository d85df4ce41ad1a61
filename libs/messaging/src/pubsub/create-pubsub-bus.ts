import type { MessageBus } from '../message-bus.port.ts';
import { OrderedPublisher } from './ordered-publisher.ts';
import { Positions } from './positions.ts';
import { PubSubBus } from './pubsub-bus.ts';
import { openClient } from './pubsub-client.ts';
import type { PubSubBusOptions } from './pubsub-options.ts';
import { pubSubSettings } from './pubsub-settings.ts';
import { PubSubReader } from './pubsub-reader.ts';
import { Pulls } from './pulls.ts';
import { StandingReader } from './standing-reader.ts';
import { Subscriptions } from './subscriptions.ts';

/** Connects when first used. Topics and groups must have been provisioned (`provisionPubSub`). */
export function createPubSubBus(options: PubSubBusOptions): MessageBus {
  const settings = pubSubSettings(options);
  const { publishMs, requestMs, quietMs } = settings.timings;
  const client = openClient(settings);
  const subscriptions = new Subscriptions(client, settings);
  const positions = new Positions(subscriptions, settings);
  const pulls = new Pulls(client, requestMs);
  const standing = new StandingReader(pulls, quietMs);
  return new PubSubBus({
    client,
    settings,
    positions,
    pulls,
    publisher: new OrderedPublisher(client, publishMs),
    reader: new PubSubReader(settings, subscriptions, positions, pulls, standing),
  });
}
