import type { BusMessage } from '../message.ts';
import { MessagesRefused } from '../message-bus.port.ts';
import { refusalOf } from '../message-limits.ts';
import { toAttributes } from './event-attributes.ts';

/** https://cloud.google.com/pubsub/quotas#resource_limits, in bytes of UTF-8. */
const MOST = { key: 1024, attributes: 100, attributeName: 256, attributeValue: 1024 };

/** Throws before anything was sent. */
export function refuseUnfit(batch: readonly BusMessage[]): void {
  const refused = batch.flatMap((message) => {
    const reason = refusalOf(message) ?? pubSubRefusalOf(message);
    return reason === undefined ? [] : [{ message, reason }];
  });
  const [first] = refused;
  if (first === undefined) return;
  throw new MessagesRefused(
    refused.map(({ message }) => message),
    first.reason,
  );
}

/** Never repeats a key or a value. */
function pubSubRefusalOf({ topic, key, attributes, headers }: BusMessage): string | undefined {
  const refusal = (what: string) => `A message for ${topic} ${what}`;
  if (key === '') return refusal('has no key, and Pub/Sub keeps no order without one');
  if (Buffer.byteLength(key) > MOST.key) return refusal(`has a key above Pub/Sub's ${MOST.key} bytes`);
  const written = Object.entries(toAttributes(attributes, headers));
  if (written.length > MOST.attributes) return refusal(`has more than Pub/Sub's ${MOST.attributes} attributes`);
  for (const [name, value] of written) {
    if (name === '' || Buffer.byteLength(name) > MOST.attributeName) {
      return refusal(`has an attribute whose name is not of Pub/Sub's 1 to ${MOST.attributeName} bytes`);
    }
    if (Buffer.byteLength(value) > MOST.attributeValue) {
      return refusal(`has an attribute ${name} above Pub/Sub's ${MOST.attributeValue} bytes`);
    }
  }
  return undefined;
}
