import type { MigrationSql, Sql } from '@foundnow/postgres';
import { qualified } from '../qualified.ts';
import type { DataKeyStore, StoredDataKey } from './data-key-store.port.ts';

interface DataKeyRow {
  readonly wrapped_key: Uint8Array | null;
  readonly destroyed_at: Date | null;
}

/** The table a migration makes for it. Keep it in a schema that is backed up apart from the data it opens. */
export function dataKeyTables(schema: string): MigrationSql {
  const table = qualified(schema, 'person_data_keys');
  return {
    up: `CREATE TABLE ${table} (
  person_id text PRIMARY KEY,
  wrapped_key bytea,
  created_at timestamptz NOT NULL,
  destroyed_at timestamptz,
  CHECK ((wrapped_key IS NULL) = (destroyed_at IS NOT NULL))
);`,
    down: `DROP TABLE ${table};`,
  };
}

export class PostgresDataKeyStore implements DataKeyStore {
  readonly #table: string;

  constructor(
    private readonly sql: Sql,
    schema: string,
  ) {
    this.#table = qualified(schema, 'person_data_keys');
  }

  async find(person: string): Promise<StoredDataKey | undefined> {
    const rows = await this.sql.query<DataKeyRow>(
      `SELECT wrapped_key, destroyed_at FROM ${this.#table} WHERE person_id = $1`,
      [person],
    );
    return rows[0] && stored(rows[0]);
  }

  async insertIfAbsent(person: string, wrapped: Uint8Array, at: Date): Promise<StoredDataKey> {
    await this.sql.query(
      `INSERT INTO ${this.#table} (person_id, wrapped_key, created_at) VALUES ($1, $2, $3)
       ON CONFLICT (person_id) DO NOTHING`,
      [person, Buffer.from(wrapped), at],
    );
    const found = await this.find(person);
    if (found === undefined) throw new Error('A data key vanished while it was stored.');
    return found;
  }

  async destroy(person: string, at: Date): Promise<void> {
    await this.sql.query(
      `INSERT INTO ${this.#table} AS k (person_id, wrapped_key, created_at, destroyed_at) VALUES ($1, NULL, $2, $2)
       ON CONFLICT (person_id) DO UPDATE
         SET wrapped_key = NULL, destroyed_at = coalesce(k.destroyed_at, excluded.destroyed_at)`,
      [person, at],
    );
  }
}

function stored({ wrapped_key: wrapped, destroyed_at: at }: DataKeyRow): StoredDataKey {
  return wrapped === null ? { state: 'destroyed', at: at ?? new Date(0) } : { state: 'live', wrapped };
}
