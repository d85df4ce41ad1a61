import type { KafkaBusOptions, MessageBus } from '../../src/index.ts';
import { createKafkaBus } from '../../src/kafka/index.ts';

export async function createBus(options: KafkaBusOptions): Promise<MessageBus> {
  return createKafkaBus(options);
}
