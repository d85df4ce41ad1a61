import { identifier } from '@foundnow/postgres';
import { SHARDS } from '../shard.ts';
import { EVENT_COLUMN_NAMES } from '../tables/outbox-tables.ts';

const WAITING_KEY = (schema: string): string =>
  `AND NOT EXISTS (SELECT 1 FROM ${schema}.outbox_quarantine q WHERE q.topic = o.topic AND q.key = o.key AND q.id < o.id)`;

export function relaySql(name: string) {
  const schema = identifier(name);
  return {
    /** $1 shards. The table's own oid as name space: no other lock of this database meets it. */
    claim: `SELECT shard FROM unnest($1::int[]) AS shard
      WHERE pg_try_advisory_lock('${schema}.outbox'::regclass::oid::int, shard)`,
    take: takeSql(schema, ''),
    takeAround: takeSql(schema, WAITING_KEY(schema)),
    remove: `DELETE FROM ${schema}.outbox o USING unnest($1::smallint[], $2::bigint[]) AS d(shard, id)
      WHERE o.shard = d.shard AND o.id = d.id`,
    quarantine: `WITH refused AS (
        DELETE FROM ${schema}.outbox o USING unnest($1::smallint[], $2::bigint[]) AS d(shard, id)
        WHERE o.shard = d.shard AND o.id = d.id RETURNING o.*)
      INSERT INTO ${schema}.outbox_quarantine (${EVENT_COLUMN_NAMES}, reason)
      SELECT ${EVENT_COLUMN_NAMES}, $3 FROM refused ON CONFLICT DO NOTHING`,
    blocked: `SELECT shard, min(id) AS id FROM ${schema}.outbox_quarantine GROUP BY shard`,
    /** Inserting takes ROW EXCLUSIVE on the table before the first id, and keeps it to the end of the transaction. */
    holders: `SELECT CASE WHEN pid IS NULL THEN 'prepared' ELSE virtualtransaction END AS holder FROM pg_locks
      WHERE locktype = 'relation' AND relation = '${schema}.outbox'::regclass AND mode = 'RowExclusiveLock' AND granted
        AND database = (SELECT oid FROM pg_database WHERE datname = current_database())
        AND pid IS DISTINCT FROM pg_backend_pid()`,
    /** $1 floors per shard. */
    backlog: `SELECT (SELECT count(*)::int FROM (SELECT 1 FROM (${shardsOf(schema, 'id', '')}) t LIMIT 10000) AS first),
        (SELECT coalesce(extract(epoch FROM clock_timestamp() - min((attributes->>'time')::timestamptz)), 0)::float8
          FROM (${shardsOf(schema, 'attributes', 'LIMIT 1')}) AS oldest),
        (SELECT count(*)::int FROM ${schema}.outbox_quarantine)`,
  };
}

/**
 * $1 floors per shard, $2 rows, $3 bytes, $4 ids under way. Each shard's index is read in order and merged, so a scan
 * reads no more than it brings. Rows come as long as the bytes before them stay below the bound: one always comes.
 */
function takeSql(schema: string, condition: string): string {
  return `SELECT id::text, shard, topic, key, event_id::text, type, record_name, version, attributes::text, body FROM (
      SELECT *, sum(octet_length(body)) OVER (ORDER BY id ROWS UNBOUNDED PRECEDING) - octet_length(body) AS before FROM (
        SELECT * FROM (${shardsOf(schema, '*', '', condition)}) AS shards
        WHERE id NOT IN (SELECT unnest($4::bigint[])) ORDER BY id LIMIT $2) AS lowest) AS counted
    WHERE before < $3 ORDER BY counted.id`;
}

function shardsOf(schema: string, columns: string, limit: string, condition = ''): string {
  const one = (_: unknown, shard: number): string => `(SELECT ${columns} FROM ${schema}.outbox o
        WHERE shard = ${shard} AND id > ($1::bigint[])[${shard + 1}] ${condition} ORDER BY id ${limit})`;
  return Array.from({ length: SHARDS }, one).join(' UNION ALL ');
}
