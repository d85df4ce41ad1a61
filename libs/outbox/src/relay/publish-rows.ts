import { ContractError, frame } from '@foundnow/contracts';
import type { SchemaIds } from '@foundnow/contracts';
import { MessagesRefused } from '@foundnow/messaging';
import type { BusMessage, EventAttributes, MessageBus } from '@foundnow/messaging';
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
  let ids: ReadonlyMap<string, number>;
  try {
    ids = await schemaIdsOf(rows, schemaIds);
  } catch (error) {
    return { result: 'failed', rows, cause: 'schema-registry', error };
  }
  const nameless = rows.filter((row) => !ids.has(schemaOf(row)));
  if (nameless.length > 0) return { result: 'refused', rows: nameless, reason: 'its schema has no id here' };
  try {
    await bus.publish(rows.map((row) => toMessage(row, ids.get(schemaOf(row)) ?? 0)));
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

/** The ids of the schemas that have one; a registry that is away is an error, a schema that nobody knows is not. */
async function schemaIdsOf(
  rows: readonly OutboxRow[],
  schemaIds: Pick<SchemaIds, 'idOf'>,
): Promise<ReadonlyMap<string, number>> {
  const ids = new Map<string, number>();
  const asked = new Set<string>();
  for (const row of rows) {
    const schema = schemaOf(row);
    if (asked.has(schema)) continue;
    asked.add(schema);
    try {
      ids.set(schema, await schemaIds.idOf(row.recordName, row.version));
    } catch (error) {
      if (!isUnknownSchema(error)) throw error;
    }
  }
  return ids;
}

function isUnknownSchema(error: unknown): boolean {
  return error instanceof ContractError && error.code === 'contract.unknown_schema';
}

function schemaOf({ recordName, version }: OutboxRow): string {
  return `${recordName}/v${version}`;
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
