import { identifier } from '@foundnow/postgres';
import type { Sql } from '@foundnow/postgres';
import { EVENT_COLUMN_NAMES } from '../tables/outbox-tables.ts';

/** An event that the bus refused for good. No body: who needs it looks into the table. */
export interface QuarantinedEvent {
  readonly eventId: string;
  readonly topic: string;
  readonly key: string;
  readonly type: string;
  readonly bytes: number;
  readonly reason: string;
  readonly quarantinedAt: Date;
}

const LISTED = `event_id AS "eventId", topic, key, type, octet_length(body) AS bytes, reason,
  quarantined_at AS "quarantinedAt"`;

export async function listQuarantined(sql: Sql, schema: string): Promise<QuarantinedEvent[]> {
  return sql.query(`SELECT ${LISTED} FROM ${identifier(schema)}.outbox_quarantine ORDER BY id`);
}

/**
 * Puts a key's events back where they were in its order, to be tried again. The key as a whole, because an event
 * that went back alone would be published after its successors. Answers with how many went back.
 */
export async function releaseQuarantined(
  sql: Sql,
  schema: string,
  at: { topic: string; key: string },
): Promise<number> {
  const name = identifier(schema);
  const back = await sql.query(
    `WITH back AS (DELETE FROM ${name}.outbox_quarantine WHERE topic = $1 AND key = $2 RETURNING *)
     INSERT INTO ${name}.outbox (${EVENT_COLUMN_NAMES}) OVERRIDING SYSTEM VALUE
     SELECT ${EVENT_COLUMN_NAMES} FROM back RETURNING 1`,
    [at.topic, at.key],
  );
  return back.length;
}

/** Gives an event up, so that the events behind it flow again. Answers with what was lost, or nothing. */
export async function dropQuarantined(
  sql: Sql,
  schema: string,
  eventId: string,
): Promise<QuarantinedEvent | undefined> {
  const dropped = await sql.query<QuarantinedEvent>(
    `DELETE FROM ${identifier(schema)}.outbox_quarantine WHERE event_id = $1 RETURNING ${LISTED}`,
    [eventId],
  );
  return dropped[0];
}
