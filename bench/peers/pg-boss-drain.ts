import type { PgBoss } from 'pg-boss';
import { inLanes } from '../harness/lanes.ts';
import { incompressible } from '../harness/sample-message.ts';
import { rate } from '../harness/statistics.ts';
import { openPgBoss } from './pg-boss.ts';

const QUEUE = 'drain';
const CHUNK = 1_000;

/** Takes a full queue in batches: fetch, then complete, each durable. Nothing is done with what was fetched. */
export class PgBossDrain {
  private constructor(
    private readonly boss: PgBoss,
    private readonly payload: { readonly body: string },
  ) {}

  /** `bytes` is the size of each job's JSON. */
  static async open(url: string, bytes: number): Promise<PgBossDrain> {
    const boss = await openPgBoss(url);
    await boss.createQueue(QUEUE, { partition: true });
    return new PgBossDrain(boss, { body: incompressible(bytes - JSON.stringify({ body: '' }).length) });
  }

  async fill(jobs: number): Promise<void> {
    await this.boss.deleteAllJobs(QUEUE);
    for (let sent = 0; sent < jobs; sent += CHUNK) {
      const size = Math.min(CHUNK, jobs - sent);
      await this.boss.insert(
        QUEUE,
        Array.from({ length: size }, () => ({ data: this.payload })),
      );
    }
  }

  /** Jobs per second with so many fetchers at once. */
  async drain(jobs: number, batch: number, fetchers: number): Promise<number> {
    let taken = 0;
    const start = performance.now();
    await inLanes(fetchers, async () => {
      for (;;) {
        const fetched = await this.boss.fetch(QUEUE, { batchSize: batch });
        if (fetched.length === 0) return;
        await this.boss.complete(
          QUEUE,
          fetched.map(({ id }) => id),
        );
        taken += fetched.length;
      }
    });
    if (taken !== jobs) throw new Error(`pg-boss gave ${taken} of ${jobs} jobs`);
    return rate(jobs, start);
  }

  async close(): Promise<void> {
    await this.boss.stop({ graceful: true, timeout: 5_000 });
  }
}
