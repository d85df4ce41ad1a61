import type { EventMap, EventName, SchemaIds } from '@foundnow/contracts';
import { type BusMessage, eventMessage, type MessageBus } from '@foundnow/messaging';
import { renumber } from '@foundnow/service';

const SOURCE = '/foundnow/fn';

/** Publishes one event in the name of this command line. */
export async function publishEvent<N extends EventName>(
  bus: Pick<MessageBus, 'publish'>,
  schemaIds: Pick<SchemaIds, 'idOf'>,
  event: { readonly name: N; readonly payload: EventMap[N] },
): Promise<BusMessage> {
  const message = eventMessage(event.name, event.payload, SOURCE);
  await bus.publish([{ ...message, value: await renumber(message.value, schemaIds) }]);
  return message;
}
