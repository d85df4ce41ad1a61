import { identifier } from '@foundnow/postgres';
import type { Tx } from '@foundnow/postgres';
import { byteaArray } from './bytea-array.ts';

export interface NewRow {
  readonly shard: number;
  readonly topic: string;
  readonly key: string;
  readonly eventId: string;
  readonly type: string;
  readonly recordName: string;
  readonly version: number;
  readonly attributes: string;
  readonly body: Uint8Array;
}

const COLUMNS = 'shard, topic, key, event_id, type, record_name, version, attributes, body';

/** Two texts, each parsed once per connection: for one event, as most commands have, and for any number of them. */
export function rowInsert(name: string): (tx: Tx, rows: readonly NewRow[]) => void {
  const schema = identifier(name);
  const one = `INSERT INTO ${schema}.outbox (${COLUMNS}) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)`;
  const many = `INSERT INTO ${schema}.outbox (${COLUMNS})
    SELECT shard, topic, key, event_id, type, record_name, version, attributes::json, body
    FROM unnest($1::smallint[], $2::text[], $3::text[], $4::uuid[], $5::text[], $6::text[], $7::smallint[], $8::text[],
      $9::bytea[]) WITH ORDINALITY AS event(${COLUMNS}, place)
    ORDER BY place`;
  return (tx, rows) => {
    const [only] = rows;
    // Measured: the arrays cost a single event 10 µs of processor here and 10 µs of waiting for PostgreSQL.
    if (rows.length === 1 && only) tx.send(one, valuesOf(only));
    else tx.send(many, columnsOf(rows));
  };
}

function valuesOf(row: NewRow): unknown[] {
  const { shard, topic, key, eventId, type, recordName, version, attributes, body } = row;
  return [shard, topic, key, eventId, type, recordName, version, attributes, body];
}

function columnsOf(rows: readonly NewRow[]): unknown[] {
  const column = <K extends keyof NewRow>(name: K): NewRow[K][] => rows.map((row) => row[name]);
  return [
    column('shard'),
    column('topic'),
    column('key'),
    column('eventId'),
    column('type'),
    column('recordName'),
    column('version'),
    column('attributes'),
    byteaArray(column('body')),
  ];
}
