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

/** Of whatever bus there is, or is not. */
export function namedBus({ env }: OperatorTerminal): BusEnv {
  return parseEnv(busEnv, environmentOf(ANY_SERVICE, env));
}

export function busEnvOf(terminal: OperatorTerminal): BusEnv {
  const parsed = namedBus(terminal);
  if (parsed.EVENT_BUS === 'embedded') required({ BUS_DATABASE_URL: parsed.BUS_DATABASE_URL }, 'BUS_DATABASE_URL');
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
