import type { BusMessage } from './message.ts';

/** Key, value, attributes and headers together, on every transport: what passes here passes on Kafka's and Pub/Sub's defaults. */
export const MAX_MESSAGE_BYTES = 1_000_000;

export function messageBytes({ key, value, attributes, headers }: BusMessage): number {
  return value.length + key.length + textLength(attributes) + (headers ? textLength(headers) : 0);
}

/** Near enough, and much cheaper than spelling it out: names and quotes are the constant. */
function textLength(texts: object): number {
  let length = 0;
  for (const text of Object.values(texts)) length += String(text).length + 20;
  return length;
}

/** Why no transport takes this message, or undefined. Never repeats the key or the content. */
export function refusalOf(message: BusMessage): string | undefined {
  const bytes = messageBytes(message);
  if (bytes > MAX_MESSAGE_BYTES) {
    return `A message for ${message.topic} has ${bytes} bytes; the bus takes up to ${MAX_MESSAGE_BYTES}. Publish a reference to the content instead`;
  }
  if (message.key.includes('\0')) return `A message for ${message.topic} has a key with a NUL character`;
  return undefined;
}
