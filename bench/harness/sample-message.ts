import { uuidv7 } from '@foundnow/kernel';
import type { BusMessage } from '@foundnow/messaging';

/** Text that does not compress, so that neither side gets its bytes for less. */
export function incompressible(bytes: number): string {
  let text = '';
  while (text.length < bytes) text += crypto.randomUUID().replaceAll('-', '');
  return text.slice(0, bytes);
}

/** A message with all the attributes of a real event. Its number within its key leads the value. */
export function sampleMessage(topic: string, key: string, number: number, filler: Buffer): BusMessage {
  const value = Buffer.from(filler);
  value.writeUInt32BE(number, 0);
  return {
    topic,
    key,
    value,
    attributes: {
      id: uuidv7.next(),
      type: 'post.created',
      source: '/foundnow/fn-posts',
      time: new Date().toISOString(),
      subject: key,
      dataschema: 'net.foundnow.posts.PostCreated/v1',
      contentType: 'application/avro',
      correlationId: uuidv7.next(),
      causationId: uuidv7.next(),
      traceparent: '00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01',
    },
  };
}

export function numberOf(value: Uint8Array): number {
  return new DataView(value.buffer, value.byteOffset).getUint32(0);
}
