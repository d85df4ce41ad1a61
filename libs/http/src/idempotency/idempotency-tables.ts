import { identifier, type MigrationSql } from '@foundnow/postgres';

/**
 * What requests with an Idempotency-Key made: its id and nothing that was sent or answered, so that no copy of it
 * outlives its deletion. `person` is there so that an erasure finds the rows.
 */
export function idempotencyTables(schema: string): MigrationSql {
  const name = identifier(schema);
  return {
    up: `
  CREATE TABLE ${name}.idempotency (
    id bytea PRIMARY KEY,
    person text NOT NULL,
    fingerprint bytea NOT NULL,
    resource text NOT NULL,
    expires_at timestamptz NOT NULL
  );
  CREATE INDEX idempotency_expires_at ON ${name}.idempotency (expires_at);
  CREATE INDEX idempotency_person ON ${name}.idempotency (person);`,
    down: `
  DROP TABLE ${name}.idempotency;`,
  };
}
