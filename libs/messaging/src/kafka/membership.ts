import { setTimeout as delay } from 'node:timers/promises';
import type { MessageHandler } from '../message-bus.port.ts';
import { ConsumerSession, type SessionEvents } from './consumer-session.ts';
import type { GroupOffsets } from './group-offsets.ts';
import type { KafkaSettings } from './kafka-settings.ts';
import { type Fetched, PartitionWorker } from './partition-worker.ts';
import { type Slot, slotKey } from './slot.ts';
import { stickyAssigner } from './sticky-assigner.ts';
import type { SubscriptionPlan } from './subscription-plan.ts';
import { within } from './within.ts';

const RETRY_MS = 500;

export interface MembershipTools {
  readonly settings: KafkaSettings;
  readonly offsets: GroupOffsets;
}

/** What one member owns in one life of its consumer: gained and lost with every sharing out of the group. */
export class Membership implements SessionEvents {
  readonly begun: Promise<void>;
  private readonly session: ConsumerSession;
  private readonly workers = new Map<string, PartitionWorker>();
  private readonly leaving = new Map<string, Promise<void>>();
  private readonly firstShare = Promise.withResolvers<void>();
  private slots: readonly Slot[] = [];
  private isUnsure = true;
  private stopping = false;

  constructor(
    private readonly tools: MembershipTools,
    private readonly plan: SubscriptionPlan,
    private readonly handler: MessageHandler,
  ) {
    const partitionAssigners = [stickyAssigner(() => this.slots)];
    this.session = new ConsumerSession(tools.settings, { groupId: plan.groupId, partitionAssigners }, this);
    this.begun = this.firstShare.promise;
  }

  get ended(): Promise<unknown> {
    return this.session.ended;
  }

  get atEnd(): boolean {
    return [...this.workers.values()].every((worker) => worker.atEnd);
  }

  start(): void {
    this.session.start(this.plan.topics);
  }

  joined(slots: readonly Slot[]): void {
    this.slots = slots;
    const mine = new Set(slots.map(slotKey));
    for (const [key, worker] of this.workers) {
      if (!mine.has(key)) this.letGo(key, worker);
      else this.goOn(worker);
    }
    const gained = slots.filter((slot) => !this.workers.has(slotKey(slot)));
    for (const slot of gained) this.session.pause(slot);
    void this.take(gained).finally(() => this.firstShare.resolve());
  }

  unsure(): void {
    this.isUnsure = true;
    for (const worker of this.workers.values()) worker.hold(true);
    // What is done is said while the old shares still count; after them it may be too late.
    this.commit().catch(() => undefined);
  }

  sure(): void {
    this.isUnsure = false;
    for (const worker of this.workers.values()) worker.hold(false);
  }

  async fetched(slot: Slot, fetched: Fetched): Promise<void> {
    const worker = this.workers.get(slotKey(slot));
    if (!worker) return;
    if (!worker.fill(fetched)) return this.closeGap(worker);
    if (!worker.full) return;
    // A short wait costs less than a pause, which is noticed only at the next fetch of the others.
    await within(this.tools.settings.timings.fetchWaitMs, worker.roomAgain());
    if (!worker.full) return;
    this.session.pause(slot);
    void worker.roomAgain().then(() => this.isMine(worker) && this.session.resume(slot));
  }

  async commit(): Promise<void> {
    const moved = [...this.workers.values()].filter((worker) => worker.nextOffset > worker.committed);
    const positions = moved.map((worker) => ({ worker, offset: worker.nextOffset }));
    await this.session.commit(positions.map(({ worker: { plan }, offset }) => ({ ...at(plan), offset })));
    for (const { worker, offset } of positions) worker.committed = offset;
  }

  /** Lets every message under way finish, commits and leaves. */
  async stop(): Promise<void> {
    this.stopping = true;
    const { stopGraceMs, closeMs } = this.tools.settings.timings;
    for (const { plan } of this.workers.values()) this.session.pause(plan);
    const finished = [...this.workers.values()].map((worker) => worker.finish(stopGraceMs));
    await Promise.all([...finished, ...this.leaving.values()]);
    await within(closeMs, this.commit());
    await this.session.close();
  }

  /** This life is over: nothing may go on. Resolves when all handlers have let go. */
  async drop(reason: unknown): Promise<void> {
    this.stopping = true;
    const aborted = [...this.workers.values()].map((worker) => worker.abort(reason));
    await Promise.all([...aborted, ...this.leaving.values(), this.session.close()]);
  }

  private letGo(key: string, worker: PartitionWorker): void {
    this.workers.delete(key);
    const left = worker.abort(new Error('The partition went to another consumer')).finally(() => {
      if (this.leaving.get(key) === left) this.leaving.delete(key);
    });
    this.leaving.set(key, left);
  }

  /** kafkajs has forgotten what it fetched before the group was shared out. */
  private goOn(worker: PartitionWorker): void {
    this.session.seek(worker.plan, worker.fetchFrom);
    if (!worker.full) this.session.resume(worker.plan);
  }

  private async take(gained: readonly Slot[]): Promise<void> {
    const shared = this.slots;
    const isOld = (): boolean => this.slots !== shared || this.stopping;
    while (gained.length > 0 && !isOld()) {
      try {
        const starts = await this.plan.starts(gained);
        if (isOld()) return;
        await this.pin(starts);
        await Promise.all([...starts].map(([slot, { offset }]) => this.begin(slot, offset, isOld)));
        return;
      } catch (error) {
        this.tools.settings.onProblem('fetch', error);
        await delay(RETRY_MS);
      }
    }
  }

  /** A group that began at the end of the log must find that place again. */
  private async pin(starts: ReadonlyMap<Slot, { offset: number; isNew: boolean }>): Promise<void> {
    const pins = [...starts].filter(([, { isNew }]) => isNew && !this.plan.bounded);
    await this.session.commit(pins.map(([slot, { offset }]) => ({ ...at(slot), offset })));
  }

  private async begin(slot: Slot, start: number, isOld: () => boolean): Promise<void> {
    const key = slotKey(slot);
    // It came back while its last message was still being let go of.
    await this.leaving.get(key);
    if (isOld()) return;
    const { bufferBytes, bufferMessages } = this.tools.settings;
    const share = Math.max(1, this.slots.length);
    const room = { messages: bufferMessages / share, bytes: bufferBytes / share };
    const worker = new PartitionWorker({ ...at(slot), start, before: this.plan.before(slot) }, this.handler, room);
    worker.hold(this.isUnsure);
    this.workers.set(key, worker);
    this.goOn(worker);
  }

  private async closeGap(worker: PartitionWorker): Promise<void> {
    const { topic } = worker.plan;
    const bounds = await this.tools.offsets.bounds([topic]).catch(() => undefined);
    const low = bounds?.get(slotKey(worker.plan))?.low ?? 0;
    if (low > worker.fetchFrom) {
      const lost = `Retention took ${low - worker.fetchFrom} messages of ${slotKey(worker.plan)} that ${this.plan.groupId} had not read`;
      this.tools.settings.onProblem('fetch', new Error(lost));
      worker.skipTo(low);
    }
    if (this.isMine(worker)) this.session.seek(worker.plan, worker.fetchFrom);
  }

  private isMine(worker: PartitionWorker): boolean {
    return this.workers.get(slotKey(worker.plan)) === worker;
  }
}

function at({ topic, partition }: Slot): Slot {
  return { topic, partition };
}
