import { createEmbeddedBus, type MessageBus } from '../src/index.ts';
import { partitionsOf } from './embedded-harness.ts';

export async function createBus(options: { url: string }): Promise<MessageBus> {
  return createEmbeddedBus({ ...options, partitionsOf });
}
