import { frame } from '@foundnow/contracts';
import type { SchemaIds } from '@foundnow/contracts';
import { MessagesRefused } from '@foundnow/messaging';
import type { BusMessage, EventAttributes, MessageBus } from '@foundnow/messaging';
import type { OutboxRow } from '../tables/outbox.row.ts';
import { schemaNumbers, schemaOf } from './schema-numbers.ts';
import type { SchemaNumbers } from './schema-numbers.ts';

/** `newer-build`: the event's schema came with a later version of this service, which alone can publish it. */
export type Cause = 'bus' | 'schema-registry' | 'newer-build';

export type Outcome =
  | { readonly result: 'published'; readonly rows: readonly OutboxRow[] }
  | { readonly result: 'refused'; readonly rows: readonly OutboxRow[]; readonly reason: string }
  | { readonly result: 'failed'; readonly rows: readonly OutboxRow[]; readonly cause: Cause; readonly error: unknown };

/**
 * Hands rows to the bus in their order: all of them are acknowledged, or none may be counted as published. A row whose
 * schema has no number yet waits, with all behind it in its shard, and holds up nobody else.
 */
export async function publishRows(
  rows: readonly OutboxRow[],
  bus: Pick<MessageBus, 'publish'>,
  schemaIds: Pick<SchemaIds, 'idOf'>,
): Promise<Outcome[]> {
  const numbers = await schemaNumbers(rows, schemaIds);
  const refused = refusedRows(rows, numbers);
  if (refused.length > 0) return refused;
  const { ready, waiting } = apart(rows, numbers);
  if (ready.length === 0) return waiting;
  const messages = ready.map(({ row, number }) => toMessage(row, number));
  return [
    await publish(
      messages,
      ready.map(({ row }) => row),
      bus,
    ),
    ...waiting,
  ];
}

async function publish(
  messages: readonly BusMessage[],
  rows: readonly OutboxRow[],
  bus: Pick<MessageBus, 'publish'>,
): Promise<Outcome> {
  try {
    await bus.publish(messages);
    return { result: 'published', rows };
  } catch (error) {
    return refusal(rows, error) ?? { result: 'failed', rows, cause: 'bus', error };
  }
}

/** They leave for the quarantine before anything behind them may pass. */
function refusedRows(rows: readonly OutboxRow[], numbers: SchemaNumbers): Outcome[] {
  return [...Map.groupBy(rows, schemaOf)].flatMap(([schema, ofSchema]): Outcome[] => {
    const number = numbers.get(schema);
    const forGood = typeof number === 'object' && number.cause === 'refused';
    return forGood ? [{ result: 'refused', rows: ofSchema, reason: number.reason }] : [];
  });
}

interface Ready {
  readonly row: OutboxRow;
  readonly number: number;
}
type Failed = Extract<Outcome, { result: 'failed' }>;

function apart(rows: readonly OutboxRow[], numbers: SchemaNumbers): { ready: Ready[]; waiting: Failed[] } {
  const ready: Ready[] = [];
  const waiting = new Map<number, Failed & { readonly rows: OutboxRow[] }>();
  for (const row of rows) {
    const number = numbers.get(schemaOf(row));
    const held = waiting.get(row.shard);
    if (held) held.rows.push(row);
    else if (typeof number === 'number') ready.push({ row, number });
    else if (number && number.cause !== 'refused') {
      waiting.set(row.shard, { result: 'failed', rows: [row], cause: number.cause, error: number.error });
    }
  }
  return { ready, waiting: [...waiting.values()] };
}

function refusal(rows: readonly OutboxRow[], error: unknown): Outcome | undefined {
  if (!(error instanceof MessagesRefused)) return undefined;
  const ids = new Set(error.refused.map((message) => message.attributes.id));
  const refused = rows.filter((row) => ids.has(row.eventId));
  return refused.length > 0 ? { result: 'refused', rows: refused, reason: error.message } : undefined;
}

function toMessage(row: OutboxRow, schemaId: number): BusMessage {
  const { source, time, subject, correlationId, causationId, traceparent } = row.attributes;
  const attributes: { -readonly [K in keyof EventAttributes]: EventAttributes[K] } = {
    id: row.eventId,
    type: row.type,
    source,
    time,
    subject,
    dataschema: schemaOf(row),
    contentType: 'application/avro',
    correlationId,
  };
  if (causationId !== undefined) attributes.causationId = causationId;
  if (traceparent !== undefined) attributes.traceparent = traceparent;
  return { topic: row.topic, key: row.key, value: frame(schemaId, row.body), attributes };
}
