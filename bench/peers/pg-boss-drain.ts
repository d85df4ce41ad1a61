import { withClient } from '@foundnow/postgres';
import type { PgBoss } from 'pg-boss';
import { incompressible } from '../harness/sample-message.ts';
import { rate } from '../harness/statistics.ts';

const CHUNK = 1_000;

export interface DrainOptions {
  /** Of the database that pg-boss lives in. */
  readonly url: string;
  readonly queue: string;
  /** Size of each job's JSON. */
  readonly bytes: number;
  /** So many keys, each of which keeps its order, as pg-boss offers it; undefined: a plain queue, where none does. */
  readonly orderedKeys?: number;
}

/** Takes a full queue in batches: fetch, then complete, each durable. Nothing is done with what was fetched. */
export class PgBossDrain {
  private readonly payload: { readonly body: string };

  private constructor(
    private readonly boss: PgBoss,
    private readonly options: DrainOptions,
  ) {
    this.payload = { body: incompressible(options.bytes - JSON.stringify({ body: '' }).length) };
  }

  static async open(boss: PgBoss, options: DrainOptions): Promise<PgBossDrain> {
    const policy = options.orderedKeys === undefined ? 'standard' : 'key_strict_fifo';
    await boss.createQueue(options.queue, { partition: true, policy });
    return new PgBossDrain(boss, options);
  }

  async fill(jobs: number): Promise<void> {
    const { url, queue, orderedKeys } = this.options;
    await this.boss.deleteAllJobs(queue);
    for (let sent = 0; sent < jobs; sent += CHUNK) {
      const batch = Array.from({ length: Math.min(CHUNK, jobs - sent) }, (_, index) => ({
        data: this.payload,
        ...(orderedKeys !== undefined && { singletonKey: `post-${(sent + index) % orderedKeys}` }),
      }));
      await this.boss.insert(queue, batch);
    }
    // So that its plans are those of a queue that has run for long.
    await withClient(url, (client) => client.query('VACUUM (ANALYZE)'));
  }

  /** Jobs per second. */
  async drain(jobs: number, batch: number): Promise<number> {
    const { queue } = this.options;
    let taken = 0;
    const start = performance.now();
    for (;;) {
      const fetched = await this.boss.fetch(queue, { batchSize: batch });
      if (fetched.length === 0) break;
      await this.boss.complete(
        queue,
        fetched.map(({ id }) => id),
      );
      taken += fetched.length;
    }
    if (taken !== jobs) throw new Error(`pg-boss gave ${taken} of ${jobs} jobs`);
    return rate(jobs, start);
  }
}
