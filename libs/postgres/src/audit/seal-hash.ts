import { createHash } from 'node:crypto';

/** An entry as the seal covers it: every column, as the text that the database gives. */
export interface SealedEntry {
  readonly id: string;
  readonly at: string;
  readonly actor: string;
  readonly action: string;
  readonly subject: string;
  readonly details: string;
}

export const GENESIS = Buffer.alloc(32);

/** The columns of `SealedEntry`; the time to the microsecond, in UTC, whatever the session is set to. */
export const SEALED_COLUMNS = `e.id::text AS id, e.actor, e.action, e.subject, e.details::text AS details,
  to_char(e.at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') AS at`;

/** Each seal covers the one before it, its own position, and the entry. */
export function sealHash(previous: Uint8Array, position: number, entry: SealedEntry): Buffer {
  const { id, at, actor, action, subject, details } = entry;
  const text = JSON.stringify([position, id, at, actor, action, subject, details]);
  return createHash('sha256').update(previous).update(text).digest();
}
