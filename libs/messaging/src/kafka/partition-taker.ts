import { setTimeout as delay } from 'node:timers/promises';
import type { ConsumerSession } from './consumer-session.ts';
import type { GroupOffsets } from './group-offsets.ts';
import type { KafkaSettings } from './kafka-settings.ts';
import { closeGap } from './log-gap.ts';
import type { PartitionWorker } from './partition-worker.ts';
import type { PartitionWorkers } from './partition-workers.ts';
import { type Slot, slotIn } from './slot.ts';
import type { Start, SubscriptionPlan } from './subscription-plan.ts';

const RETRY_MS = 500;

export interface TakerTools {
  readonly settings: KafkaSettings;
  readonly offsets: GroupOffsets;
}

/** Brings the workers and a consumer together after the group was shared out. */
export class PartitionTaker {
  private taking: readonly Slot[] | undefined;
  private session: ConsumerSession | undefined;
  private stopping = false;

  constructor(
    private readonly tools: TakerTools,
    private readonly plan: SubscriptionPlan,
    private readonly workers: PartitionWorkers,
  ) {}

  isTaking(share: readonly Slot[]): boolean {
    return this.taking === share;
  }

  stop(): void {
    this.stopping = true;
  }

  /** Goes on with what was kept, and finds out where to begin with what was gained. */
  async take(gained: readonly Slot[], session: ConsumerSession): Promise<void> {
    const share = this.workers.slots;
    this.taking = share;
    const open = [...this.keep(session), ...gained];
    for (const slot of open) session.pause(slot);
    const isOld = this.isOutdated();
    while (open.length > 0 && !isOld()) {
      try {
        const starts = await this.plan.starts(open);
        if (isOld()) break;
        await this.pin(starts, session);
        await Promise.all([...starts].map(([slot, start]) => this.beginOrGoOn(slot, start, session, isOld)));
        break;
      } catch (error) {
        if (isOld()) return;
        this.tools.settings.onProblem('fetch', error);
        await delay(RETRY_MS);
      }
    }
    if (this.taking === share) this.taking = undefined;
  }

  async mend(worker: PartitionWorker, session: ConsumerSession): Promise<void> {
    const { settings, offsets } = this.tools;
    const gap = await closeGap(worker, offsets).catch((problem: unknown) => ({ problem, restartAt: undefined }));
    if (!this.workers.has(worker)) return;
    if (gap?.problem) settings.onProblem('fetch', gap.problem);
    if (gap?.restartAt === undefined) return goOn(worker, session);
    this.workers.letGo([worker], gap.problem);
    this.workers.forget(worker.slot);
    await this.begin(worker.slot, gap.restartAt, session, this.isOutdated());
  }

  /** The group was shared out anew since then, and what that gained is begun by another take. */
  private isOutdated(): () => boolean {
    const share = this.workers.slots;
    return () => this.workers.slots !== share || this.stopping;
  }

  /** What a member kept goes on at once; not what a consumer before this one left, which others may have had since. */
  private keep(session: ConsumerSession): readonly Slot[] {
    const isNew = session !== this.session;
    this.session = session;
    if (isNew) return this.workers.all.map(({ slot }) => slot);
    for (const worker of this.workers.all) goOn(worker, session);
    return [];
  }

  private async beginOrGoOn(slot: Slot, start: Start, session: ConsumerSession, isOld: () => boolean): Promise<void> {
    const kept = this.workers.of(slot);
    if (kept && (start.toBePinned || start.offset <= kept.nextOffset)) return goOn(kept, session);
    if (kept) this.workers.letGo([kept], new Error('Another consumer had the partition for a time'));
    await this.begin(slot, start.offset, session, isOld);
  }

  /** A group that began at the end of the log must find that place again. */
  private async pin(starts: ReadonlyMap<Slot, Start>, session: ConsumerSession): Promise<void> {
    const pins = [...starts].filter(([slot, { toBePinned }]) => toBePinned && !this.workers.of(slot));
    await session.commit(pins.map(([slot, { offset }]) => ({ ...slotIn(slot), offset })));
  }

  private async begin(slot: Slot, start: number, session: ConsumerSession, isOld: () => boolean): Promise<void> {
    const plan = { ...slotIn(slot), start, before: this.plan.before(slot) };
    const worker = await this.workers.begin(plan, isOld);
    if (worker) goOn(worker, session);
  }
}

/** kafkajs has forgotten what it fetched before the group was shared out. */
function goOn(worker: PartitionWorker, session: ConsumerSession): void {
  session.seek(worker.slot, worker.fetchFrom);
  if (!worker.full) session.resume(worker.slot);
}
