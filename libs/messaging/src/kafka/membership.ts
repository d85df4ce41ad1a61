import { ConsumerSession, type SessionEvents } from './consumer-session.ts';
import { PartitionTaker, type TakerTools } from './partition-taker.ts';
import type { Fetched } from './partition-worker.ts';
import type { PartitionWorkers } from './partition-workers.ts';
import type { Slot } from './slot.ts';
import { stickyAssigner } from './sticky-assigner.ts';
import type { SubscriptionPlan } from './subscription-plan.ts';
import { Vigil, type VigilEvents } from './vigil.ts';
import { within } from './within.ts';

/**
 * A member of a group, over all lives of its consumer. What is under way ends when the group gives its partition to
 * another, or must have done so: not when a consumer crashes, which may be back before anybody has noticed.
 */
export class Membership implements SessionEvents, VigilEvents {
  private readonly firstShare = Promise.withResolvers<void>();
  private readonly vigil: Vigil;
  private readonly taker: PartitionTaker;
  private session: ConsumerSession | undefined;
  private memberId: string | undefined;
  private stopping = false;

  constructor(
    private readonly tools: TakerTools,
    private readonly plan: SubscriptionPlan,
    private readonly workers: PartitionWorkers,
  ) {
    this.vigil = new Vigil(tools.settings.timings, this);
    this.taker = new PartitionTaker(tools, plan, workers);
    workers.mayBegin = () => this.vigil.isFresh;
    this.vigil.begin();
  }

  /** Resolves when it had a share for the first time. */
  get begun(): Promise<void> {
    return this.firstShare.promise;
  }

  /** One life of a consumer. Resolves with why it ended. */
  async live(): Promise<unknown> {
    const { groupId, topics } = this.plan;
    const assigner = stickyAssigner(() => this.workers.slots);
    const config = { groupId, topics, assigner, formerId: this.memberId };
    const session = new ConsumerSession(this.tools.settings, config, this);
    this.session = session;
    this.vigil.moved();
    session.start();
    if (this.stopping) void session.close();
    const reason = await session.ended;
    this.session = undefined;
    this.memberId = session.memberId ?? this.memberId;
    if (!this.stopping) this.vigil.alone();
    await session.close();
    return reason;
  }

  joined(slots: readonly Slot[]): void {
    const { session } = this;
    if (!session) return;
    const gained = this.workers.share(slots);
    const { rebalanceMs } = this.tools.settings.timings;
    void within(rebalanceMs, this.taker.take(gained, session)).then(this.firstShare.resolve);
    this.vigil.joined();
  }

  rejoining(): void {
    this.vigil.rejoining();
  }

  beaten(ageMs: number): void {
    this.vigil.beaten(ageMs);
  }

  moved(): void {
    this.vigil.moved();
  }

  late(): void {
    this.session?.beat().catch(() => undefined);
  }

  unsure(): void {
    // What is done is said while the old shares still count; after them it may be too late.
    const tell = (): void => void this.commit().catch(() => undefined);
    this.workers.hold(true, tell);
    tell();
  }

  lost(): void {
    const reason = new Error('the group has not been heard of for a whole session');
    this.workers.hold(true);
    this.workers.letGo(this.workers.all, reason);
    // A client that goes on asking does not end, so nobody else would say that nothing is taken in any more.
    if (!this.stopping) this.tools.settings.onProblem('group-session', reason);
  }

  sure(): void {
    this.workers.hold(false);
    // It was given up, and then the group had kept its place after all.
    const { slots } = this.workers;
    if (this.stopping || this.taker.isTaking(slots)) return;
    if (slots.some((slot) => !this.workers.of(slot))) this.joined([...slots]);
  }

  stuck(reason: Error): void {
    void this.session?.close(reason);
  }

  async fetched(slot: Slot, fetched: Fetched): Promise<void> {
    const { session } = this;
    const worker = this.workers.of(slot);
    if (!worker || !session) return;
    if (!worker.fill(fetched)) return this.taker.mend(worker, session);
    if (!worker.full) return;
    // A short wait costs less than a pause, which is noticed only at the next fetch of the others.
    await within(this.tools.settings.timings.fetchWaitMs, worker.roomAgain());
    if (!worker.full) return;
    session.pause(slot);
    void worker.roomAgain().then(() => this.workers.has(worker) && session.resume(slot));
  }

  async commit(): Promise<void> {
    const { session } = this;
    if (!session?.isMember) return;
    const moved = this.workers.all.filter((worker) => worker.nextOffset > worker.committed);
    const positions = moved.map((worker) => ({ worker, offset: worker.nextOffset }));
    await session.commit(positions.map(({ worker, offset }) => ({ ...worker.slot, offset })));
    for (const { worker, offset } of positions) worker.committed = offset;
  }

  /** Lets every message under way finish, commits and leaves. */
  async stop(): Promise<void> {
    this.stopping = true;
    this.taker.stop();
    const { stopGraceMs, closeMs } = this.tools.settings.timings;
    for (const { slot } of this.workers.all) this.session?.pause(slot);
    await this.workers.finish(stopGraceMs);
    await within(closeMs, this.commit());
    this.vigil.end();
    await this.session?.close();
  }
}
