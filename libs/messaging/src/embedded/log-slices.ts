import type { Pool } from 'pg';
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

interface Row {
  slot: number;
  at: string;
  published_at: Date;
  key: string;
  value: Buffer;
  attributes: EventAttributes;
  headers: Record<string, string> | null;
}

/** Reads slices of many partitions in one query. The first message of a slice comes whatever its size. */
export class LogSlices {
  private readonly sql: string;

  constructor(
    private readonly pool: Pool,
    schema: string,
  ) {
    this.sql = sliceSql(schema);
  }

  async read(stretches: readonly Stretch[]): Promise<Filled[]> {
    const { rows } = await this.pool.query<Row>({
      name: 'bus-slices',
      text: this.sql,
      values: [
        stretches.map((stretch) => stretch.topic.id),
        stretches.map((stretch) => stretch.partition),
        stretches.map((stretch) => stretch.from),
        stretches.map((stretch) => stretch.before),
        stretches.map((stretch) => stretch.maxMessages),
        stretches.map((stretch) => stretch.maxBytes),
      ],
    });
    const bySlot = stretches.map((): LogMessage[] => []);
    for (const row of rows) {
      const stretch = stretches[row.slot - 1];
      if (stretch) bySlot[row.slot - 1]?.push(messageFrom(row, stretch));
    }
    return stretches.map((stretch, index) => {
      const messages = bySlot[index] ?? [];
      const bytes = messages.reduce((sum, message) => sum + message.value.length, 0);
      return { messages, exhausted: messages.length < stretch.maxMessages && bytes < stretch.maxBytes };
    });
  }
}

function messageFrom(row: Row, { topic, partition }: Stretch): LogMessage {
  return {
    topic: topic.name,
    partition,
    at: Number(row.at),
    offset: row.at,
    key: row.key,
    value: row.value,
    attributes: row.attributes,
    headers: row.headers ?? {},
    publishedAt: row.published_at,
  };
}

function sliceSql(schema: string): string {
  return `
    SELECT w.slot::int AS slot, m.log_offset AS at, m.published_at, m.key, m.value, m.attributes, m.headers
    FROM unnest($1::int[], $2::int[], $3::bigint[], $4::bigint[], $5::int[], $6::int[])
      WITH ORDINALITY AS w(topic_id, partition, from_offset, before_offset, max_messages, max_bytes, slot)
    CROSS JOIN LATERAL (
      SELECT *, sum(octet_length(value)) OVER (ORDER BY log_offset) - octet_length(value) AS bytes_before
      FROM (
        SELECT log_offset, published_at, key, value, attributes, headers FROM ${schema}.message
        WHERE topic_id = w.topic_id AND partition = w.partition
          AND log_offset >= w.from_offset AND log_offset < w.before_offset
        ORDER BY log_offset LIMIT w.max_messages) AS candidate
    ) AS m
    WHERE m.bytes_before < w.max_bytes
    ORDER BY w.slot, m.log_offset`;
}
