import type { PgBoss } from 'pg-boss';
import { inLanes, within } from '../harness/lanes.ts';
import { incompressible } from '../harness/sample-message.ts';
import { rate } from '../harness/statistics.ts';
import { openPgBoss } from './pg-boss.ts';

export interface FanOutLoad {
  readonly lanes: number;
  readonly batch: number;
  readonly bytes: number;
  readonly keysPerLane: number;
}

interface Data {
  readonly key: string;
  readonly number: number;
  readonly body: string;
}

/** Fan-out as pg-boss does it: a job per message and subscriber, each queue in a table of its own. */
export class PgBossFanOut {
  private readonly body: string;
  private seen = 0;
  private wanted = Infinity;
  private finished = (): void => {};

  private constructor(
    private readonly boss: PgBoss,
    private readonly queues: readonly string[],
    private readonly load: FanOutLoad,
  ) {
    this.body = incompressible(load.bytes - 40);
  }

  static async open(url: string, queues: readonly string[], load: FanOutLoad): Promise<PgBossFanOut> {
    const boss = await openPgBoss(url, { useListenNotify: true });
    const fanOut = new PgBossFanOut(boss, queues, load);
    for (const queue of queues) await fanOut.subscribe(queue);
    return fanOut;
  }

  /** Its fastest way: whole batches, one call per queue. */
  async insertAndWork(messages: number): Promise<number> {
    return this.timed(messages, async (lane, count) => {
      for (let sent = 0; sent < count; sent += this.load.batch) {
        const size = Math.min(this.load.batch, count - sent);
        const jobs = Array.from({ length: size }, (_, index) => ({ data: this.data(lane, sent + index) }));
        await Promise.all(this.queues.map((queue) => this.boss.insert(queue, jobs)));
      }
    });
  }

  /** Its way for publishers that do not know their subscribers: one message per call, as many calls at once as help. */
  async publishAndWork(messages: number): Promise<number> {
    return this.timed(messages, async (lane, count) => {
      for (let sent = 0; sent < count; sent += this.load.lanes) {
        const size = Math.min(this.load.lanes, count - sent);
        await inLanes(size, (at) => this.boss.publish('bench', this.data(lane, sent + at)));
      }
    });
  }

  async close(): Promise<void> {
    await this.boss.stop({ graceful: true, timeout: 5_000 });
  }

  private async subscribe(queue: string): Promise<void> {
    await this.boss.createQueue(queue, { partition: true, notify: true });
    await this.boss.subscribe('bench', queue);
    const options = {
      batchSize: this.load.batch,
      localConcurrency: 2,
      burstWhenBatchFull: true,
      pollingIntervalSeconds: 0.5,
      notifyPollingIntervalSeconds: 0.5,
    };
    await this.boss.work<Data>(queue, options, async (jobs) => {
      this.seen += jobs.length;
      if (this.seen >= this.wanted) this.finished();
    });
  }

  private data(lane: number, at: number): Data {
    const { keysPerLane } = this.load;
    return { key: `${lane}/${at % keysPerLane}`, number: Math.floor(at / keysPerLane) + 1, body: this.body };
  }

  private async timed(messages: number, produce: (lane: number, count: number) => Promise<void>): Promise<number> {
    const { promise, resolve } = Promise.withResolvers<void>();
    this.seen = 0;
    this.wanted = messages * this.queues.length;
    this.finished = resolve;
    const start = performance.now();
    await inLanes(this.load.lanes, (lane) => produce(lane, messages / this.load.lanes));
    await within(120_000, 'pg-boss', promise);
    const perSecond = rate(messages, start);
    for (const queue of this.queues) await this.boss.deleteAllJobs(queue);
    return perSecond;
  }
}
