import type { Pool } from 'pg';
import { BinaryRows, copyRows } from './binary-copy.ts';
import type { Filled, Stretch } from './log-stretch.ts';
import { readSegment, type SegmentPlace } from './segment-reader.ts';

/** PostgreSQL counts microseconds from the first day of 2000. */
const EPOCH_2000 = Date.UTC(2000, 0, 1);

/** Reads slices of many partitions in one query. The first segment of a slice comes whatever its size. */
export class LogSlices {
  constructor(
    private readonly pool: Pool,
    private readonly schema: string,
  ) {}

  async read(stretches: readonly Stretch[]): Promise<Filled[]> {
    const rows = new BinaryRows(await copyRows(this.pool, sliceSql(this.schema, stretches)));
    const found: Found[] = [];
    while (rows.next()) {
      found.push({
        slot: rows.int(),
        base: rows.int(),
        publishedAt: new Date(EPOCH_2000 + Math.floor(rows.int() / 1000)),
        count: rows.int(),
        payload: rows.bytes(),
      });
    }
    // They come in order already; sorting says so without the server sorting whole rows.
    const bySlot = Map.groupBy(
      found.sort((a, b) => a.base - b.base),
      ({ slot }) => slot,
    );
    return stretches.map((stretch, slot) => filledFrom(bySlot.get(slot) ?? [], stretch));
  }
}

interface Found extends SegmentPlace {
  readonly slot: number;
  readonly payload: Buffer;
}

function filledFrom(segments: readonly Found[], stretch: Stretch): Filled {
  const messages = segments.flatMap((segment) => readSegment(segment.payload, segment, stretch));
  const bytes = segments.reduce((sum, { payload }) => sum + payload.length, 0);
  return { messages, exhausted: messages.length < stretch.maxMessages && bytes < stretch.maxBytes };
}

/**
 * COPY takes no parameters, so the numbers are written out: they are ours, and `whole` lets nothing else through.
 * `first` is the segment that holds the position, or the first one behind it when retention took that.
 * From there on offsets have no gaps, so the most messages are a range of them.
 */
function sliceSql(schema: string, stretches: readonly Stretch[]): string {
  const wanted = stretches.map(({ topic, partition, from, before, maxMessages, maxBytes }, slot) => {
    const numbers = [slot, topic.id, partition, maxMessages, maxBytes].map(whole);
    return `(${numbers.join(',')},${whole(from)}::bigint,${whole(before)}::bigint)`;
  });
  return `
    SELECT w.slot, s.base_offset, s.published_at, s.count, s.payload
    FROM (VALUES ${wanted.join(',')})
      AS w(slot, topic_id, partition, max_messages, max_bytes, from_offset, before_offset)
    CROSS JOIN LATERAL (
      SELECT base_offset FROM ${schema}.segment
      WHERE topic_id = w.topic_id AND partition = w.partition AND base_offset + count > w.from_offset
        AND base_offset >= coalesce((
          SELECT max(base_offset) FROM ${schema}.segment
          WHERE topic_id = w.topic_id AND partition = w.partition AND base_offset <= w.from_offset), 0)
      ORDER BY base_offset LIMIT 1) AS first
    CROSS JOIN LATERAL (
      SELECT *, sum(octet_length(payload)) OVER (ORDER BY base_offset ROWS UNBOUNDED PRECEDING) - octet_length(payload) AS bytes_before
      FROM (
        SELECT base_offset, published_at, count, payload FROM ${schema}.segment
        WHERE topic_id = w.topic_id AND partition = w.partition AND base_offset >= first.base_offset
          AND base_offset < least(w.before_offset, greatest(w.from_offset, first.base_offset) + w.max_messages)
        ORDER BY base_offset) AS candidate
    ) AS s
    WHERE s.bytes_before < w.max_bytes`;
}

function whole(value: number): number {
  if (!Number.isSafeInteger(value)) throw new RangeError(`${value} is no whole number`);
  return value;
}
