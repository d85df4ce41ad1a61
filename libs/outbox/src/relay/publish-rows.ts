import { frame } from '@foundnow/contracts';
import type { SchemaIds } from '@foundnow/contracts';
import { MessagesRefused } from '@foundnow/messaging';
import type { BusMessage, MessageBus } from '@foundnow/messaging';
import type { OutboxRow } from '../tables/outbox.row.ts';

export type Cause = 'bus' | 'schema-registry';

export type Outcome =
  | { readonly result: 'published'; readonly rows: readonly OutboxRow[] }
  | { readonly result: 'refused'; readonly rows: readonly OutboxRow[]; readonly reason: string }
  | { readonly result: 'failed'; readonly rows: readonly OutboxRow[]; readonly cause: Cause; readonly error: unknown };

/** Hands rows to the bus in their order: all of them are acknowledged, or none may be counted as published. */
export async function publishRows(
  rows: readonly OutboxRow[],
  bus: Pick<MessageBus, 'publish'>,
  schemaIds: Pick<SchemaIds, 'idOf'>,
): Promise<Outcome> {
  let messages: BusMessage[];
  try {
    messages = await framed(rows, schemaIds);
  } catch (error) {
    return { result: 'failed', rows, cause: 'schema-registry', error };
  }
  try {
    await bus.publish(messages);
    return { result: 'published', rows };
  } catch (error) {
    return refusal(rows, error) ?? { result: 'failed', rows, cause: 'bus', error };
  }
}

function refusal(rows: readonly OutboxRow[], error: unknown): Outcome | undefined {
  if (!(error instanceof MessagesRefused)) return undefined;
  const ids = new Set(error.refused.map((message) => message.attributes.id));
  const refused = rows.filter((row) => ids.has(row.eventId));
  return refused.length > 0 ? { result: 'refused', rows: refused, reason: error.message } : undefined;
}

async function framed(rows: readonly OutboxRow[], schemaIds: Pick<SchemaIds, 'idOf'>): Promise<BusMessage[]> {
  const ids = new Map<string, number>();
  for (const { recordName, version } of rows) {
    const schema = dataschemaOf(recordName, version);
    if (!ids.has(schema)) ids.set(schema, await schemaIds.idOf(recordName, version));
  }
  return rows.map((row) => toMessage(row, ids.get(dataschemaOf(row.recordName, row.version)) ?? 0));
}

function dataschemaOf(recordName: string, version: number): string {
  return `${recordName}/v${version}`;
}

function toMessage(row: OutboxRow, schemaId: number): BusMessage {
  const { source, time, subject, correlationId, causationId, traceparent } = row.attributes;
  return {
    topic: row.topic,
    key: row.key,
    value: frame(schemaId, row.body),
    attributes: {
      id: row.eventId,
      type: row.type,
      source,
      time,
      subject,
      dataschema: dataschemaOf(row.recordName, row.version),
      contentType: 'application/avro',
      correlationId,
      ...(causationId !== undefined && { causationId }),
      ...(traceparent !== undefined && { traceparent }),
    },
  };
}
