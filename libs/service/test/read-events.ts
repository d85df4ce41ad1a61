import { type EventMap, EventDecoder, type EventName, lockfileSchemaIds, topicOf } from '@foundnow/contracts';
import type { DeliveredMessage, MessageBus } from '@foundnow/messaging';

export interface ReadEvent<N extends EventName> {
  readonly message: DeliveredMessage;
  readonly payload: EventMap[N];
}

/** Every event of this name that is on the bus now, decoded from its bytes as any consumer would. */
export async function readEvents<N extends EventName>(bus: MessageBus, name: N): Promise<ReadEvent<N>[]> {
  const decoder = new EventDecoder(lockfileSchemaIds());
  const found: ReadEvent<N>[] = [];
  for await (const message of bus.read({ topics: [topicOf(name)], from: 'beginning', follow: false })) {
    if (message.attributes.type !== name) continue;
    const { payload } = await decoder.decode(message.value);
    found.push({ message, payload: payload as EventMap[N] });
  }
  return found;
}
