import { catalog } from '@foundnow/contracts';
import { createEmbeddedBus, type MessageBus } from '@foundnow/messaging';
import { environmentOf, required } from './environment.ts';
import type { OperatorTerminal } from '@foundnow/service';

/** Any service's environment knows the bus. */
const ANY_SERVICE = 'fn-posts';

export async function withBus<T>({ env }: OperatorTerminal, work: (bus: MessageBus) => Promise<T>): Promise<T> {
  const bus = createEmbeddedBus({
    url: required(environmentOf(ANY_SERVICE, env), 'BUS_DATABASE_URL'),
    applicationName: 'fn',
    partitionsOf: (topic) => catalog.topics.find(({ name }) => name === topic)?.partitions ?? 1,
  });
  try {
    return await work(bus);
  } finally {
    await bus.close();
  }
}

export const ALL_TOPICS: readonly string[] = catalog.topics.map(({ name }) => name);
