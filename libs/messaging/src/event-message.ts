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
import type { BusMessage } from './message.ts';

/** An event of somebody who has no state beside it, and so no outbox. It begins a correlation of its own. */
export function eventMessage<N extends EventName>(name: N, payload: EventMap[N], source: string): BusMessage {
  const { body, recordName, version } = encodeEvent(name, payload);
  const id = uuidv7.next();
  const key = keyOf(name, payload);
  return {
    topic: topicOf(name),
    key,
    value: frame(lockfileSchemaIds().idOf(recordName, version), body),
    attributes: {
      id,
      type: name,
      source,
      time: systemClock.now().toISOString(),
      subject: key,
      dataschema: `${recordName}/v${version}`,
      contentType: 'application/avro',
      correlationId: id,
    },
  };
}
