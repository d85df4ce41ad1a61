import { encodeEvent, type EventMap, type EventName, frame, lockfileSchemaIds, topicOf } from '@foundnow/contracts';
import { uuidv7 } from '@foundnow/kernel';
import type { BusMessage } from '@foundnow/messaging';

/** An event as its producer would put it on the bus. */
export function eventMessage<N extends EventName>(name: N, key: string, payload: EventMap[N]): BusMessage {
  const { body, recordName, version } = encodeEvent(name, payload);
  const id = uuidv7.next();
  return {
    topic: topicOf(name),
    key,
    value: frame(lockfileSchemaIds().idOf(recordName, version), body),
    attributes: {
      id,
      type: name,
      source: '/foundnow/spec',
      time: new Date().toISOString(),
      subject: key,
      dataschema: `${recordName}/v${version}`,
      contentType: 'application/avro',
      correlationId: id,
    },
  };
}
