import { identifier } from '@foundnow/postgres';
import type { MigrationSql } from '@foundnow/postgres';

export function inboxTables(schema: string): MigrationSql {
  const name = identifier(schema);
  return {
    up: `
  CREATE TABLE ${name}.inbox (
    group_name text NOT NULL,
    generation integer NOT NULL,
    event_id uuid NOT NULL,
    accepted_at timestamptz NOT NULL DEFAULT clock_timestamp(),
    PRIMARY KEY (group_name, generation, event_id)
  );
  CREATE INDEX inbox_accepted_at ON ${name}.inbox (accepted_at);`,
    down: `
  DROP TABLE ${name}.inbox;`,
  };
}
