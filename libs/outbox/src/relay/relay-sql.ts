import { identifier } from '@foundnow/postgres';
import { SHARDS } from '../shard.ts';
import { EVENT_COLUMN_NAMES } from '../tables/outbox-tables.ts';

/** Larger bodies are fetched one by one, as far as the bytes of a batch allow. */
export const INLINE_BODY_BYTES = 16_384;

export interface Take {
  /** Of these shards only. */
  readonly shards: readonly number[];
  readonly above: number;
  readonly rows: number;
  readonly bytes: number;
  /** Leaves out what waits behind a row in quarantine. */
  readonly around: boolean;
}

/** The relay's statements. What stands in their text is numbers and names of our own. */
export function relaySql(name: string) {
  const schema = identifier(name);
  return {
    /** $1 shards. The table's own oid as name space: no other lock of this database meets it. */
    claim: `SELECT shard FROM unnest($1::int[]) AS shard
      WHERE pg_try_advisory_lock('${schema}.outbox'::regclass::oid::int, shard)`,
    leave: `SELECT pg_advisory_unlock('${schema}.outbox'::regclass::oid::int, shard) FROM unnest($1::int[]) AS shard`,
    take: (take: Take): string => takeSql(schema, take),
    remove: (ids: readonly number[]): string => `DELETE FROM ${schema}.outbox WHERE id = ANY ('{${ids.join()}}')`,
    bodies: `SELECT id, body FROM ${schema}.outbox WHERE id = ANY ($1)`,
    quarantine: `WITH refused AS (DELETE FROM ${schema}.outbox WHERE id = ANY ($1) RETURNING *)
      INSERT INTO ${schema}.outbox_quarantine (${EVENT_COLUMN_NAMES}, reason)
      SELECT ${EVENT_COLUMN_NAMES}, $2 FROM refused ON CONFLICT DO NOTHING`,
    blocked: `SELECT shard, min(id) AS id FROM ${schema}.outbox_quarantine GROUP BY shard`,
    /** Inserting takes ROW EXCLUSIVE on the table before the first id, and keeps it to the end of the transaction. */
    holders: `SELECT CASE WHEN pid IS NULL THEN 'prepared' ELSE virtualtransaction END AS holder FROM pg_locks
      WHERE locktype = 'relation' AND relation = '${schema}.outbox'::regclass AND mode = 'RowExclusiveLock' AND granted
        AND database = (SELECT oid FROM pg_database WHERE datname = current_database())
        AND pid IS DISTINCT FROM pg_backend_pid()`,
    /** $1 the id above which to look. */
    backlog: `SELECT (SELECT count(*)::int FROM (SELECT 1 FROM ${schema}.outbox WHERE id > $1 LIMIT 10000) AS first),
        coalesce((SELECT extract(epoch FROM clock_timestamp() - (attributes->>'time')::timestamptz)::float8
          FROM ${schema}.outbox WHERE id > $1 ORDER BY id LIMIT 1), 0),
        (SELECT count(*)::int FROM ${schema}.outbox_quarantine)`,
  };
}

function takeSql(schema: string, { shards, above, rows, around }: Take): string {
  const conditions = [
    `id > ${above}`,
    shards.length < SHARDS && `shard = ANY ('{${shards.join()}}')`,
    around &&
      `NOT EXISTS (SELECT 1 FROM ${schema}.outbox_quarantine q WHERE q.topic = o.topic AND q.key = o.key AND q.id < o.id)`,
  ];
  return `COPY (
    SELECT id, shard, topic, key, event_id::text, type, record_name, version, attributes, octet_length(body),
      CASE WHEN octet_length(body) <= ${INLINE_BODY_BYTES} THEN body END
    FROM ${schema}.outbox o WHERE ${conditions.filter(Boolean).join(' AND ')} ORDER BY id LIMIT ${rows}
  ) TO STDOUT (FORMAT binary)`;
}
