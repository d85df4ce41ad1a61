import { identifier } from '@foundnow/postgres';
import type { MigrationSql } from '@foundnow/postgres';

const EVENT_COLUMNS = `
    shard smallint NOT NULL,
    topic text NOT NULL,
    key text NOT NULL,
    event_id uuid NOT NULL,
    type text NOT NULL,
    record_name text NOT NULL,
    version smallint NOT NULL,
    attributes json NOT NULL,
    body bytea NOT NULL`;

/**
 * CACHE 1 is load-bearing: with cached ids two sessions would hand out ids of one key in the wrong order.
 * The body is not compressed: Avro hardly shrinks, and the relay reads each row once.
 * The table is emptied as fast as it fills, so vacuum goes by a count of rows and not by a share of the table.
 */
export function outboxTables(schema: string): MigrationSql {
  const name = identifier(schema);
  return {
    up: `
  CREATE TABLE ${name}.outbox (
    id bigint GENERATED ALWAYS AS IDENTITY (CACHE 1) PRIMARY KEY,${EVENT_COLUMNS}
  ) WITH (autovacuum_vacuum_scale_factor = 0, autovacuum_vacuum_threshold = 5000,
          autovacuum_analyze_scale_factor = 0, autovacuum_analyze_threshold = 50000,
          autovacuum_vacuum_insert_threshold = -1, toast.autovacuum_vacuum_scale_factor = 0,
          toast.autovacuum_vacuum_threshold = 5000);
  ALTER TABLE ${name}.outbox ALTER COLUMN body SET STORAGE EXTERNAL;
  CREATE TABLE ${name}.outbox_quarantine (
    id bigint PRIMARY KEY,${EVENT_COLUMNS},
    reason text NOT NULL,
    quarantined_at timestamptz NOT NULL DEFAULT clock_timestamp()
  );
  CREATE INDEX outbox_quarantine_key ON ${name}.outbox_quarantine (topic, key, id);`,
    down: `
  DROP TABLE ${name}.outbox_quarantine;
  DROP TABLE ${name}.outbox;`,
  };
}

/** All that moves with an event between the outbox and its quarantine. */
export const EVENT_COLUMN_NAMES = 'id, shard, topic, key, event_id, type, record_name, version, attributes, body';
