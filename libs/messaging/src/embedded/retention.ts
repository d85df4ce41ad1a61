import type { Pool } from 'pg';
import { lockKey } from './lock-key.ts';
import type { EmbeddedBusSettings } from './settings.ts';

/** Segments, each of up to a page. */
const CHUNK = 1000;

interface Gone {
  readonly segments: number;
  readonly messages: number;
}

/** Deletes what has outlived its topic's retention, oldest first and in small pieces; one bus at a time does it. */
export class Retention {
  private timer: NodeJS.Timeout | undefined;

  constructor(
    private readonly pool: Pool,
    private readonly settings: EmbeddedBusSettings,
  ) {}

  start(): void {
    if (this.timer) return;
    const run = () => this.run().catch((error: unknown) => this.settings.onProblem('retention', error));
    this.timer = setInterval(() => void run(), this.settings.retentionMs).unref();
  }

  stop(): void {
    clearInterval(this.timer);
  }

  /** Resolves with the number of messages deleted, 0 too when another bus is at it. */
  async run(now = new Date()): Promise<number> {
    const { schema } = this.settings;
    const key = lockKey(schema, 'retention');
    const client = await this.pool.connect();
    // It breaks while it waits with the lock: the unlocking tells.
    const ignore = (): void => undefined;
    client.on('error', ignore);
    try {
      const { rows } = await client.query<{ mine: boolean }>('SELECT pg_try_advisory_lock($1) AS mine', [key]);
      if (!rows[0]?.mine) return 0;
      try {
        return await this.clean(now);
      } finally {
        await client.query('SELECT pg_advisory_unlock($1)', [key]);
      }
    } finally {
      client.off('error', ignore);
      client.release();
    }
  }

  private async clean(now: Date): Promise<number> {
    const { schema, retentionOf } = this.settings;
    const { rows } = await this.pool.query<{ topic_id: number; partition: number; name: string }>(
      `SELECT topic_id, partition, name FROM ${schema}.topic JOIN ${schema}.topic_partition USING (topic_id)`,
    );
    let deleted = 0;
    let longest = 0;
    for (const { topic_id, partition, name } of rows) {
      longest = Math.max(longest, retentionOf(name));
      const before = new Date(now.getTime() - retentionOf(name));
      await this.keepEnd(topic_id, partition);
      for (let gone = { segments: CHUNK, messages: 0 }; gone.segments === CHUNK; deleted += gone.messages)
        gone = await this.deleteChunk(topic_id, partition, before);
    }
    // Replays leave their positions behind; the live generation keeps its own for ever.
    await this.pool.query(`DELETE FROM ${schema}.group_position WHERE generation <> 0 AND moved_at < $1`, [
      new Date(now.getTime() - longest),
    ]);
    return deleted;
  }

  /** Should the partition be emptied, its offsets go on where they were. */
  private async keepEnd(topicId: number, partition: number): Promise<void> {
    const { schema } = this.settings;
    await this.pool.query(
      `UPDATE ${schema}.topic_partition SET floor_offset = ${schema}.log_end($1, $2)
       WHERE topic_id = $1 AND partition = $2 AND floor_offset < ${schema}.log_end($1, $2)`,
      [topicId, partition],
    );
  }

  /** Nothing that came after the floor was set, lest its offsets be given again. */
  private async deleteChunk(topicId: number, partition: number, before: Date): Promise<Gone> {
    const { schema } = this.settings;
    const { rows } = await this.pool.query<Gone>(
      `WITH oldest AS MATERIALIZED (
         SELECT base_offset FROM ${schema}.segment WHERE topic_id = $1 AND partition = $2
           AND base_offset < (SELECT floor_offset FROM ${schema}.topic_partition WHERE topic_id = $1 AND partition = $2)
         ORDER BY base_offset LIMIT ${CHUNK}),
       gone AS (
         DELETE FROM ${schema}.segment WHERE topic_id = $1 AND partition = $2 AND published_at < $3
           AND base_offset = ANY (ARRAY(SELECT base_offset FROM oldest)) RETURNING count)
       SELECT count(*)::int AS segments, coalesce(sum(count), 0)::int AS messages FROM gone`,
      [topicId, partition, before],
    );
    return rows[0] ?? { segments: 0, messages: 0 };
  }
}
