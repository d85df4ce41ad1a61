import { parseEnv } from '@foundnow/config';
import { catalog, type SchemaIds } from '@foundnow/contracts';
import { closingAfter } from '@foundnow/kernel';
import type { MessageBus } from '@foundnow/messaging';
import {
  busEnv,
  type BusEnv,
  openBus,
  openSchemaIds,
  type OperatorTerminal,
  topicsWithReaders,
} from '@foundnow/service';
import { environmentOf, required } from './environment.ts';

/** Any service's environment knows the bus. */
const ANY_SERVICE = 'fn-posts';

/** What goes wrong on the way and is tried again is nothing for a terminal. */
const OWNER = { name: 'fn', logger: { warn: () => undefined } };

export function busEnvOf({ env }: OperatorTerminal): BusEnv {
  const found = environmentOf(ANY_SERVICE, env);
  const parsed = parseEnv(busEnv, found);
  if (parsed.EVENT_BUS === 'embedded') required(found, 'BUS_DATABASE_URL');
  return parsed;
}

export async function withBus<T>(
  terminal: OperatorTerminal,
  work: (bus: MessageBus, schemaIds: SchemaIds) => Promise<T>,
): Promise<T> {
  const env = busEnvOf(terminal);
  const { schemaIds } = await openSchemaIds(env, OWNER);
  return closingAfter(async (closing) => {
    const bus = await openBus(env, OWNER);
    closing.defer(() => bus.close());
    return work(bus, schemaIds);
  });
}

export const ALL_TOPICS: readonly string[] = catalog.topics.map(({ name }) => name);

/** The topics that somebody reads, and so can fail at. */
export const DEAD_LETTERS_OF: readonly string[] = topicsWithReaders();
