import type { Pool } from 'pg';
import type { DeliveredMessage } from '../message.ts';
import type { ReadOptions } from '../message-bus.port.ts';
import { Doorbell } from './doorbell.ts';
import { LogCursor } from './log-cursor.ts';
import type { LogSlices } from './log-slices.ts';
import { UNBOUNDED } from './log-stretch.ts';
import type { TopicDirectory } from './topic-directory.ts';
import type { WakeUps } from './wake-ups.ts';

const CHUNK = { messages: 200, bytes: 1024 * 1024 };

/** Reads without a group. What is there already comes in the order of publication over all partitions. */
export class LogReader {
  constructor(
    private readonly pool: Pool,
    private readonly schema: string,
    private readonly directory: TopicDirectory,
    private readonly slices: LogSlices,
    private readonly wakeUps: WakeUps,
  ) {}

  async *read(options: ReadOptions, pollMs: number): AsyncGenerator<DeliveredMessage> {
    const bell = new Doorbell();
    const ring = () => bell.ring();
    const deaf = options.follow ? await this.wakeUps.listen(ring) : () => undefined;
    options.signal?.addEventListener('abort', ring);
    try {
      const cursors = await this.cursors(options);
      for (;;) {
        yield* this.drain(cursors, options.signal);
        if (!options.follow || options.signal?.aborted) return;
        await bell.wait(pollMs);
        for (const cursor of cursors) cursor.exhausted = false;
      }
    } finally {
      deaf();
      options.signal?.removeEventListener('abort', ring);
    }
  }

  private async *drain(cursors: readonly LogCursor[], signal?: AbortSignal): AsyncGenerator<DeliveredMessage> {
    while (!signal?.aborted) {
      await this.refill(cursors.filter((cursor) => cursor.needsMore));
      let next = earliest(cursors);
      if (!next) return;
      while (next && !signal?.aborted && !cursors.some((cursor) => cursor.needsMore)) {
        const message = next.take();
        if (message) yield message;
        next = earliest(cursors);
      }
    }
  }

  private async refill(cursors: readonly LogCursor[]): Promise<void> {
    if (cursors.length === 0) return;
    const maxBytes = Math.floor(CHUNK.bytes / cursors.length) + 1;
    const filled = await this.slices.read(cursors.map((cursor) => cursor.stretch(CHUNK.messages, maxBytes)));
    for (const [index, cursor] of cursors.entries()) cursor.fill(filled[index] ?? { messages: [], exhausted: true });
  }

  private async cursors({ topics: names, from, follow }: ReadOptions): Promise<LogCursor[]> {
    const topics = new Map((await this.directory.all(names)).map((topic) => [topic.id, topic]));
    const { rows } = await this.pool.query<{ topic_id: number; partition: number; start: string; end: string }>(
      `SELECT p.topic_id, p.partition, p."end",
         CASE WHEN $2::text = 'beginning' THEN 0 WHEN $2 = 'end' THEN p."end"
           ELSE coalesce((SELECT min(base_offset) FROM ${this.schema}.segment s WHERE s.topic_id = p.topic_id
             AND s.partition = p.partition AND s.published_at >= $3::timestamptz), p."end") END AS start
       FROM (
         SELECT topic_id, partition, ${this.schema}.log_end(topic_id, partition) AS "end"
         FROM ${this.schema}.topic_partition WHERE topic_id = ANY ($1::int[])) AS p`,
      [[...topics.keys()], from instanceof Date ? 'date' : from, from instanceof Date ? from : null],
    );
    return rows.flatMap((row) => {
      const topic = topics.get(row.topic_id);
      const before = follow ? UNBOUNDED : Number(row.end);
      return topic ? [new LogCursor(topic, row.partition, Number(row.start), before)] : [];
    });
  }
}

function earliest(cursors: readonly LogCursor[]): LogCursor | undefined {
  return cursors.reduce<LogCursor | undefined>((best, cursor) => (cursor.isBefore(best) ? cursor : best), undefined);
}
