import { setImmediate as breathe } from 'node:timers/promises';
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { stretch } from '../../test/kafka-messages.ts';
import type { PartitionWorker } from './partition-worker.ts';
import { PartitionWorkers } from './partition-workers.ts';
import { UNBOUNDED } from './subscription-plan.ts';

const LOG = 40;
const slot = { topic: 't', partition: 0 };

/** One partition, the position that the group knows, and everything that can happen between them. */
class Simulation {
  readonly done: number[] = [];
  readonly commits: number[] = [];
  private committed = 0;
  private underWay: { offset: number; gate: PromiseWithResolvers<void> } | undefined;
  private readonly workers = new PartitionWorkers(
    async (message) => {
      const gate = Promise.withResolvers<void>();
      const offset = Number(message.offset);
      this.underWay = { offset, gate };
      await gate.promise;
      this.done.push(offset);
    },
    { messages: 10, bytes: 1000 },
  );

  private get worker(): PartitionWorker | undefined {
    return this.workers.of(slot);
  }

  async take(): Promise<void> {
    this.workers.share([slot]);
    if (this.worker) return;
    await this.workers.begin({ ...slot, start: this.committed, before: UNBOUNDED }, () => false);
  }

  lose(): void {
    this.workers.share([]);
    this.settle(false);
  }

  /** Another member goes on where the group is, and comes so far. */
  elsewhere(count: number): void {
    if (this.worker) return;
    for (let left = count; left > 0 && this.committed < LOG; left -= 1) {
      this.done.push(this.committed);
      this.committed += 1;
    }
  }

  /** A fetch of an earlier time may bring what is known already, or what lies behind a gap. */
  fetch(back: number, count: number): void {
    if (!this.worker) return;
    const from = Math.min(LOG, Math.max(0, this.worker.fetchFrom - back));
    this.worker.fill({ ...stretch(from, Math.min(LOG, from + count)), end: LOG });
  }

  settle(isDone: boolean): void {
    const { underWay } = this;
    this.underWay = undefined;
    if (isDone) underWay?.gate.resolve();
    else underWay?.gate.reject(new Error('not yet'));
  }

  hold(held: boolean): void {
    this.workers.hold(held);
  }

  commit(): void {
    const { worker } = this;
    if (!worker || worker.nextOffset <= worker.committed) return;
    worker.committed = worker.nextOffset;
    this.committed = worker.nextOffset;
    this.commits.push(worker.nextOffset);
    const undone = Array.from({ length: this.committed }, (_, offset) => offset).filter(
      (at) => !this.done.includes(at),
    );
    expect(undone).toEqual([]);
  }

  async end(): Promise<void> {
    this.lose();
    await this.workers.abort(new Error('over'));
  }
}

const step = fc.oneof(
  { weight: 4, arbitrary: fc.constant((run: Simulation) => run.settle(true)) },
  fc.constant((run: Simulation) => run.settle(false)),
  fc.tuple(fc.integer({ min: -3, max: 6 }), fc.integer({ min: 1, max: 9 })).map(
    ([back, count]) =>
      (run: Simulation) =>
        run.fetch(back, count),
  ),
  fc.boolean().map((held) => (run: Simulation) => run.hold(held)),
  fc.constant((run: Simulation) => run.commit()),
  fc.constant((run: Simulation) => run.lose()),
  fc.nat(4).map((count) => (run: Simulation) => run.elsewhere(count)),
  { weight: 2, arbitrary: fc.constant((run: Simulation) => run.take()) },
);

describe('the workers of a subscription', () => {
  it('never commit past a message that is not done, and bring each to its end in order', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 20, maxLength: 120 }), async (steps) => {
        const run = new Simulation();
        await run.take();
        run.hold(false);
        for (const each of steps) {
          await each(run);
          await breathe();
        }
        run.commit();
        const firstDone = [...new Set(run.done)];
        expect(firstDone).toEqual(firstDone.toSorted((a, b) => a - b));
        await run.end();
      }),
      { numRuns: 150 },
    );
  }, 120_000);

  it('begin a partition that came back only when its last message was let go of', async () => {
    const gate = Promise.withResolvers<void>();
    const workers = new PartitionWorkers(() => gate.promise, { messages: 10, bytes: 1000 });
    const plan = { ...slot, start: 0, before: UNBOUNDED };
    workers.share([slot]);
    const first = await workers.begin(plan, () => false);
    workers.hold(false);
    first?.fill(stretch(0, 2));
    await breathe();
    workers.share([]);
    workers.share([slot]);
    const second = workers.begin(plan, () => false);
    await breathe();
    expect(workers.of(slot)).toBeUndefined();
    gate.resolve();
    expect(await second).toBe(workers.of(slot));
    await workers.abort(new Error('over'));
  });
});
