import type { MessageBus } from '../../src/index.ts';
import { createPubSubBus, type PubSubBusOptions } from '../../src/pubsub/index.ts';

export async function createBus(options: PubSubBusOptions): Promise<MessageBus> {
  return createPubSubBus(options);
}
