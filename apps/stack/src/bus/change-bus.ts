import { type Environment, parseEnv } from '@foundnow/config';
import { closingAfter } from '@foundnow/kernel';
import { type BusEnv, busEnv, nameOf, openBus, openSchemaIds, provisionBus, topicPlans } from '@foundnow/service';
import type { StackTold } from '../stack-told.ts';
import { carryOver } from './carry-over.ts';
import { type LastBus, readLastBus, writeLastBus } from './last-bus.ts';

const OWNER = { name: 'stack', logger: { warn: () => undefined } };

/** When the bus is another one than at the last start: nothing that was published there may be lost to anybody. */
export async function changeBus(dir: string, environment: Environment, { progress, warn }: StackTold): Promise<void> {
  const last = readLastBus(dir);
  const env = parseEnv(busEnv, environment);
  if (last.bus === env.EVENT_BUS) return;
  if (last.bus !== 'embedded') {
    warn(`Events went over ${last.bus} until now: what a service had not read there yet stays there`);
    await writeLastBus(dir, { ...last, bus: env.EVENT_BUS });
    return;
  }
  const carriedUntil = new Date().toISOString();
  const count = await carry(env, last, warn);
  if (count > 0) progress(`Carried ${count} events of the embedded bus over to ${env.EVENT_BUS}`);
  // At the very end: a start that was cut short begins again, and what is then published twice has its effect once.
  await writeLastBus(dir, { bus: env.EVENT_BUS, carriedUntil });
}

async function carry(env: BusEnv, { carriedUntil }: LastBus, warn: StackTold['warn']): Promise<number> {
  return closingAfter(
    async (closing) => {
      const from = await openBus({ ...env, EVENT_BUS: 'embedded' }, OWNER);
      closing.defer(() => from.close());
      const to = await openBus(env, OWNER);
      closing.defer(() => to.close());
      if (env.BUS_PROVISION) await provisionBus(env, topicPlans());
      const { schemaIds } = await openSchemaIds(env, OWNER);
      const since = carriedUntil === undefined ? 'beginning' : new Date(carriedUntil);
      return carryOver({ from, to, schemaIds, since });
    },
    (error) => warn(`A bus could not be closed: ${nameOf(error)}`),
  );
}
