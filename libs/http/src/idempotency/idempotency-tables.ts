import { identifier, type MigrationSql } from '@foundnow/postgres';

/** Answers given to requests with an Idempotency-Key. `person` is there so that an erasure finds them. */
export function idempotencyTables(schema: string): MigrationSql {
  const name = identifier(schema);
  return {
    up: `
  CREATE TABLE ${name}.idempotency (
    id bytea PRIMARY KEY,
    person text NOT NULL,
    fingerprint bytea NOT NULL,
    status smallint NOT NULL,
    headers json NOT NULL,
    body text,
    expires_at timestamptz NOT NULL
  );
  CREATE INDEX idempotency_expires_at ON ${name}.idempotency (expires_at);
  CREATE INDEX idempotency_person ON ${name}.idempotency (person);`,
    down: `
  DROP TABLE ${name}.idempotency;`,
  };
}
