import { type EventMap, type EventName, frame, type SchemaIds, unframe } from '@foundnow/contracts';
import { type BusMessage, eventMessage, type MessageBus } from '@foundnow/messaging';

const SOURCE = '/foundnow/fn';

/** Publishes one event in the name of this command line. */
export async function publishEvent<N extends EventName>(
  bus: Pick<MessageBus, 'publish'>,
  schemaIds: Pick<SchemaIds, 'idOf'>,
  event: { readonly name: N; readonly payload: EventMap[N] },
): Promise<BusMessage> {
  const message = await numbered(eventMessage(event.name, event.payload, SOURCE), schemaIds);
  await bus.publish([message]);
  return message;
}

/** A message is made with the number in the lock; a registry may have given its schema another. */
async function numbered(message: BusMessage, schemaIds: Pick<SchemaIds, 'idOf'>): Promise<BusMessage> {
  const [recordName = '', version] = message.attributes.dataschema.split('/v');
  const { body } = unframe(message.value);
  return { ...message, value: frame(await schemaIds.idOf(recordName, Number(version)), body) };
}
