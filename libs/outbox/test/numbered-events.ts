import type { Tx } from '@foundnow/postgres';
import { OutboxWriter } from '../src/index.ts';
import type { AnyOutgoingEvent } from '../src/index.ts';
import { SCHEMA } from './outbox-database.ts';

export const TOPIC = 'posts.events';

/** An event whose whole content is its number. */
export function numbered(key: string, version: number): AnyOutgoingEvent {
  return { name: 'post.updated', key, payload: { version } } as unknown as AnyOutgoingEvent;
}

/** The number back out of what was published (behind the five bytes of the frame). */
export function numberOf(message: { readonly value: Uint8Array }): number {
  return Number(Buffer.from(message.value.subarray(5)).toString('utf8'));
}

export function numberedWriter(wake: () => void = () => undefined): OutboxWriter {
  return new OutboxWriter({
    schema: SCHEMA,
    service: 'fn-shop',
    wake,
    topicOf: () => TOPIC,
    encode: ({ name, payload }) => {
      const body = Buffer.from(String((payload as unknown as { version: number }).version));
      return { name, recordName: 'foundnow.shop.Updated', version: 1, body };
    },
  });
}

/** As a store does it: lock the aggregate, change it, tell of it. */
export async function raise(tx: Tx, writer: OutboxWriter, key: string): Promise<void> {
  await tx.query('SELECT version FROM counter WHERE key = $1 FOR UPDATE', [key]);
  const [row] = await tx.query<{ version: number }>(
    'UPDATE counter SET version = version + 1 WHERE key = $1 RETURNING version',
    [key],
  );
  await writer.append(tx, [numbered(key, row?.version ?? 0)]);
}
