import { ContractError } from './codec/contract-error.ts';
import { EVENT_DATA } from './generated/catalog.ts';
import type { EventMap, EventName } from './generated/event-map.ts';

/** The message key of an event: the value of the field that the catalog names. Order holds per key. */
export function keyOf<N extends EventName>(name: N, payload: EventMap[N]): string {
  const field = EVENT_DATA[name].key;
  const key: unknown = Reflect.get(payload, field);
  if (typeof key === 'string' && key !== '') return key;
  throw new ContractError('contract.invalid_payload', `An event ${name} needs its key, the field ${field}`);
}
