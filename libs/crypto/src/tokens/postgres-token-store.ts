import type { MigrationSql, Sql } from '@foundnow/postgres';
import { qualified } from '../qualified.ts';
import type { Consumption, StoredToken, TokenStore } from './token-store.port.ts';

interface TokenRow {
  readonly subject: string;
  readonly data: Record<string, unknown>;
}

export function tokenTables(schema: string): MigrationSql {
  const table = qualified(schema, 'single_use_tokens');
  return {
    up: `CREATE TABLE ${table} (
  hash bytea PRIMARY KEY CHECK (length(hash) = 32),
  purpose text NOT NULL,
  subject text NOT NULL,
  data jsonb NOT NULL,
  expires_at timestamptz NOT NULL,
  used_at timestamptz
);
CREATE INDEX single_use_tokens_expires_at ON ${table} (expires_at);`,
    down: `DROP TABLE ${table};`,
  };
}

export class PostgresTokenStore implements TokenStore {
  readonly #table: string;

  constructor(
    private readonly sql: Sql,
    schema: string,
  ) {
    this.#table = qualified(schema, 'single_use_tokens');
  }

  async save({ hash, purpose, subject, data, expiresAt }: StoredToken): Promise<void> {
    await this.sql.query(
      `INSERT INTO ${this.#table} (hash, purpose, subject, data, expires_at) VALUES ($1, $2, $3, $4, $5)`,
      [Buffer.from(hash), purpose, subject, JSON.stringify(data), expiresAt],
    );
  }

  async consume(hash: Uint8Array, purpose: string, now: Date): Promise<Consumption> {
    const key = [Buffer.from(hash), purpose];
    // The row lock decides among all who ask at once: the second one sees used_at set and updates nothing.
    const [taken] = await this.sql.query<TokenRow>(
      `WITH taken AS (
         UPDATE ${this.#table} SET used_at = $3
         WHERE hash = $1 AND purpose = $2 AND used_at IS NULL AND expires_at > $3
         RETURNING subject, data
       ) SELECT subject, data FROM taken`,
      [...key, now],
    );
    if (taken !== undefined) return { outcome: 'consumed', subject: taken.subject, data: taken.data };
    const [left] = await this.sql.query<{ used: boolean }>(
      `SELECT used_at IS NOT NULL AS used FROM ${this.#table} WHERE hash = $1 AND purpose = $2`,
      key,
    );
    if (left === undefined) return { outcome: 'unknown' };
    return { outcome: left.used ? 'used' : 'expired' };
  }

  async purge(expiredBefore: Date): Promise<number> {
    const [gone] = await this.sql.query<{ count: number }>(
      `WITH gone AS (DELETE FROM ${this.#table} WHERE expires_at < $1 RETURNING 1)
       SELECT count(*)::int AS count FROM gone`,
      [expiredBefore],
    );
    return gone?.count ?? 0;
  }
}
