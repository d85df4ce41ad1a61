import type { Pool } from 'pg';
import { BinaryRows, copyRows } from './binary-copy.ts';
import type { DeliveredMessage, EventAttributes } from '../message.ts';
import type { Topic } from './topic-directory.ts';

/** The end of a stretch that has none. */
export const UNBOUNDED = Number.MAX_SAFE_INTEGER;

/** A stretch of one partition: from (included) up to `before` (excluded), as far as the limits allow. */
export interface Stretch {
  readonly topic: Topic;
  readonly partition: number;
  readonly from: number;
  readonly before: number;
  readonly maxMessages: number;
  readonly maxBytes: number;
}

export interface LogMessage extends DeliveredMessage {
  readonly at: number;
}

export interface Filled {
  readonly messages: LogMessage[];
  /** Nothing more lay in the stretch when it was read. */
  readonly exhausted: boolean;
}

/** PostgreSQL counts microseconds from the first day of 2000. */
const EPOCH_2000 = Date.UTC(2000, 0, 1);

/** Reads slices of many partitions in one query. The first message of a slice comes whatever its size. */
export class LogSlices {
  constructor(
    private readonly pool: Pool,
    private readonly schema: string,
  ) {}

  async read(stretches: readonly Stretch[]): Promise<Filled[]> {
    const rows = new BinaryRows(await copyRows(this.pool, sliceSql(this.schema, stretches)));
    const bySlot = stretches.map((): LogMessage[] => []);
    while (rows.next()) {
      const slot = rows.int();
      const stretch = stretches[slot];
      if (stretch) bySlot[slot]?.push(messageFrom(rows, stretch));
    }
    return stretches.map((stretch, index) => {
      // They come in order already; sorting says so without the server sorting whole rows.
      const messages = (bySlot[index] ?? []).sort((a, b) => a.at - b.at);
      const bytes = messages.reduce((sum, message) => sum + message.value.length, 0);
      return { messages, exhausted: messages.length < stretch.maxMessages && bytes < stretch.maxBytes };
    });
  }
}

/** In the order of the columns of `sliceSql`. */
function messageFrom(rows: BinaryRows, { topic, partition }: Stretch): LogMessage {
  const at = rows.int();
  return {
    topic: topic.name,
    partition,
    at,
    offset: String(at),
    publishedAt: new Date(EPOCH_2000 + Math.floor(rows.int() / 1000)),
    key: rows.text(),
    value: rows.bytes(),
    attributes: JSON.parse(rows.text()) as EventAttributes,
    headers: JSON.parse(rows.text() || '{}') as Record<string, string>,
  };
}

/** COPY takes no parameters, so the numbers are written out: they are ours, and `whole` lets nothing else through. */
function sliceSql(schema: string, stretches: readonly Stretch[]): string {
  const wanted = stretches.map(({ topic, partition, from, before, maxMessages, maxBytes }, slot) => {
    const numbers = [slot, topic.id, partition, maxMessages, maxBytes].map(whole);
    return `(${numbers.join(',')},${whole(from)}::bigint,${whole(before)}::bigint)`;
  });
  return `
    SELECT w.slot, m.log_offset, m.published_at, m.key, m.value, m.attributes, m.headers
    FROM (VALUES ${wanted.join(',')})
      AS w(slot, topic_id, partition, max_messages, max_bytes, from_offset, before_offset)
    CROSS JOIN LATERAL (
      SELECT *, sum(octet_length(value)) OVER (ORDER BY log_offset ROWS UNBOUNDED PRECEDING) - octet_length(value) AS bytes_before
      FROM (
        SELECT log_offset, published_at, key, value, attributes, headers FROM ${schema}.message
        WHERE topic_id = w.topic_id AND partition = w.partition
          AND log_offset >= w.from_offset AND log_offset < w.before_offset
        ORDER BY log_offset LIMIT w.max_messages) AS candidate
    ) AS m
    WHERE m.bytes_before < w.max_bytes`;
}

function whole(value: number): number {
  if (!Number.isSafeInteger(value)) throw new RangeError(`${value} is no whole number`);
  return value;
}
