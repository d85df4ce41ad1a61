import type { EventMap, EventName } from '@foundnow/contracts';
import { type BusMessage, eventMessage, type MessageBus } from '@foundnow/messaging';

const SOURCE = '/foundnow/fn';

/** Publishes one event in the name of this command line. */
export async function publishEvent<N extends EventName>(
  bus: Pick<MessageBus, 'publish'>,
  name: N,
  payload: EventMap[N],
): Promise<BusMessage> {
  const message = eventMessage(name, payload, SOURCE);
  await bus.publish([message]);
  return message;
}
