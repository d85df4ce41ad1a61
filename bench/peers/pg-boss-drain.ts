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

interface Job {
  readonly body: string;
}

/** Takes a full queue in batches: fetch, hand on, complete, each durable. */
export class PgBossDrain {
  private readonly payload: Job;

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

  /** Jobs per second. Without `deliver` nothing is done with what was fetched. */
  async drain(
    jobs: number,
    batch: number,
    deliver?: (jobs: readonly { id: string; key: string; body: string }[]) => Promise<void>,
  ): Promise<number> {
    const { queue } = this.options;
    let taken = 0;
    const start = performance.now();
    for (;;) {
      const fetched = await this.boss.fetch<Job>(queue, { batchSize: batch, includeMetadata: deliver !== undefined });
      if (fetched.length === 0) break;
      await deliver?.(fetched.map((job) => ({ id: job.id, key: keyOf(job), body: job.data.body })));
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

function keyOf(job: object): string {
  return 'singletonKey' in job && typeof job.singletonKey === 'string' ? job.singletonKey : '';
}
