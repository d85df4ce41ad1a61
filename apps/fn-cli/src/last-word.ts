import { type DecodedEvent, EventDecoder, type SchemaIds, TOPICS } from '@foundnow/contracts';
import type { MessageBus } from '@foundnow/messaging';

/** What the log last said of a person or an organization; undefined when it says nothing. */
export async function lastWordOn(
  bus: Pick<MessageBus, 'read'>,
  schemaIds: SchemaIds,
  subject: { readonly id: string; readonly prefix: 'user.' | 'organization.' },
): Promise<DecodedEvent | undefined> {
  let last: Uint8Array | undefined;
  const log = bus.read({ topics: [TOPICS.users], from: 'beginning', follow: false });
  for await (const { key, value, attributes } of log) {
    if (key === subject.id && attributes.type.startsWith(subject.prefix)) last = value;
  }
  return last && new EventDecoder(schemaIds).decode(last);
}
