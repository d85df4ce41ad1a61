import type { OutboxRow, StoredAttributes } from '../tables/outbox.row.ts';
import type { TupleReader } from './copy-out.ts';

/** A row as it was taken: a large body stays behind at first. */
export interface TakenRow extends Omit<OutboxRow, 'body'> {
  readonly bytes: number;
  readonly body: Buffer | undefined;
}

/** In the order of the columns of the relay's COPY. */
export function takenRow(tuple: TupleReader): TakenRow {
  return {
    id: tuple.int8(),
    shard: tuple.int2(),
    topic: tuple.text(),
    key: tuple.text(),
    eventId: tuple.text(),
    type: tuple.text(),
    recordName: tuple.text(),
    version: tuple.int2(),
    attributes: JSON.parse(tuple.text()) as StoredAttributes,
    bytes: tuple.int4(),
    body: tuple.copy(),
  };
}

/** The first of them, as long as the bytes before each stay below the bound: one always comes. */
export function withinBytes(rows: readonly TakenRow[], most: number): readonly TakenRow[] {
  let before = 0;
  const end = rows.findIndex(({ bytes }) => {
    const full = before >= most;
    before += bytes;
    return full;
  });
  return end < 0 ? rows : rows.slice(0, end);
}

export function withBodies(rows: readonly TakenRow[], bodies: ReadonlyMap<number, Buffer>): OutboxRow[] {
  return rows.flatMap((row) => {
    if (hasBody(row)) return row;
    const body = bodies.get(row.id);
    return body === undefined ? [] : { ...row, body };
  });
}

function hasBody(row: TakenRow): row is TakenRow & OutboxRow {
  return row.body !== undefined;
}
