import {
  encodeEvent,
  type EventMap,
  type EventName,
  frame,
  keyOf,
  lockfileSchemaIds,
  topicOf,
} from '@foundnow/contracts';
import { systemClock, uuidv7 } from '@foundnow/kernel';
import type { BusMessage, MessageBus } from '@foundnow/messaging';

const SOURCE = '/foundnow/fn';

/** Publishes one event in the name of this command line. There is no state beside it, and so no outbox. */
export async function publishEvent<N extends EventName>(
  bus: Pick<MessageBus, 'publish'>,
  name: N,
  payload: EventMap[N],
): Promise<BusMessage> {
  const { body, recordName, version } = encodeEvent(name, payload);
  const id = uuidv7.next();
  const key = keyOf(name, payload);
  const message: BusMessage = {
    topic: topicOf(name),
    key,
    value: frame(lockfileSchemaIds().idOf(recordName, version), body),
    attributes: {
      id,
      type: name,
      source: SOURCE,
      time: systemClock.now().toISOString(),
      subject: key,
      dataschema: `${recordName}/v${version}`,
      contentType: 'application/avro',
      correlationId: id,
    },
  };
  await bus.publish([message]);
  return message;
}
