import type { MessageHandler } from '../message-bus.port.ts';
import { fairShare } from './fair-share.ts';
import type { Census, GroupSession, Slice } from './group-session.ts';
import { PartitionWorker } from './partition-worker.ts';
import type { SubscriptionPlan } from './subscription-plan.ts';

export interface MembershipEvents {
  /** Someone owns more or less than before: the others should look. */
  changed(): void;
  hungry(): void;
  failed(error: unknown): void;
}

/** What one member owns in one session: takes up to its fair share, gives back what is above it. */
export class Membership {
  readonly workers = new Map<bigint, PartitionWorker>();
  private readonly leaving = new Set<Promise<void>>();

  constructor(
    readonly session: GroupSession,
    private readonly plan: SubscriptionPlan,
    private readonly handler: MessageHandler,
    private readonly events: MembershipEvents,
    private readonly graceMs: number,
  ) {}

  async balance(): Promise<void> {
    const census = await this.session.census();
    for (const topic of this.plan.topics) {
      const owned = [...this.workers.values()].filter((worker) => worker.claim.topic.id === topic.id);
      const members = census.members.get(topic.id) ?? [this.session.me];
      const share = fairShare(topic.partitions, members, this.session.me, topic.id);
      for (const worker of owned.slice(share)) this.giveBack(worker);
      if (owned.length < share) await this.take(this.freeSlices(topic.id, census).slice(0, share - owned.length));
    }
  }

  async commit(): Promise<void> {
    const moved = [...this.workers.values()].filter((worker) => worker.nextOffset > worker.committed);
    await this.commitWorkers(moved);
  }

  /** Lets every message under way finish, commits and leaves. */
  async stop(): Promise<void> {
    const workers = [...this.workers.values()];
    await Promise.all([...workers.map((worker) => worker.finish(this.graceMs)), ...this.leaving]);
    await this.commitWorkers(workers).catch((error: unknown) => this.events.failed(error));
    await this.session.leave();
    this.events.changed();
  }

  /** The locks are gone: nothing may go on. Resolves when all handlers have let go. */
  async drop(reason: unknown): Promise<void> {
    await Promise.all([...this.workers.values()].map((worker) => worker.abort(reason)));
    await Promise.all(this.leaving);
    await this.session.leave();
  }

  private freeSlices(topicId: number, { held }: Census): Slice[] {
    return this.session.slices.filter((slice) => slice.topic.id === topicId && !held.has(slice.key));
  }

  private async take(slices: readonly Slice[]): Promise<void> {
    for (const claim of await this.session.claim(slices)) {
      const before = this.plan.endOf(claim.topic.id, claim.partition);
      this.workers.set(claim.key, new PartitionWorker(claim, this.handler, before, () => this.events.hungry()));
    }
    this.events.hungry();
  }

  private giveBack(worker: PartitionWorker): void {
    const left = this.handOver(worker)
      .catch((error: unknown) => this.events.failed(error))
      .finally(() => this.leaving.delete(left));
    this.leaving.add(left);
  }

  private async handOver(worker: PartitionWorker): Promise<void> {
    await worker.finish(this.graceMs);
    await this.commitWorkers([worker]);
    if (!this.workers.delete(worker.claim.key)) return;
    await this.session.release([worker.claim]);
    this.events.changed();
  }

  private async commitWorkers(workers: readonly PartitionWorker[]): Promise<void> {
    const moved = workers.map((worker) => ({ worker, claim: worker.claim, nextOffset: worker.nextOffset }));
    await this.session.commit(moved.filter(({ worker, nextOffset }) => nextOffset > worker.committed));
    for (const { worker, nextOffset } of moved) worker.committed = nextOffset;
  }
}
