import type { MessageHandler } from '../message-bus.port.ts';
import { PartitionWorker, type Room, type WorkerPlan } from './partition-worker.ts';
import { type Slot, slotKey } from './slot.ts';

/** The workers of one subscription, over all lives of its consumer. */
export class PartitionWorkers {
  /** What the group gave last. */
  slots: readonly Slot[] = [];
  /** Asked before each message. */
  mayBegin: () => boolean = () => true;
  private readonly workers = new Map<string, PartitionWorker>();
  private readonly leaving = new Map<string, Promise<void>>();
  /** What this process has done stays done, whether or not the group could be told. */
  private readonly done = new Map<string, number>();
  private held = true;

  constructor(
    private readonly handler: MessageHandler,
    private readonly room: Room,
  ) {}

  get all(): readonly PartitionWorker[] {
    return [...this.workers.values()];
  }

  of(slot: Slot): PartitionWorker | undefined {
    return this.workers.get(slotKey(slot));
  }

  has(worker: PartitionWorker): boolean {
    return this.of(worker.plan) === worker;
  }

  /** Lets go of what is another's now; tells what is new. */
  share(slots: readonly Slot[]): Slot[] {
    this.slots = slots;
    const mine = new Set(slots.map(slotKey));
    const gone = this.all.filter(({ plan }) => !mine.has(slotKey(plan)));
    this.letGo(gone, new Error('The partition went to another consumer'));
    return slots.filter((slot) => !this.of(slot));
  }

  /** Undefined when the group was shared out anew before its last message was let go of. */
  async begin(plan: WorkerPlan, isOld: () => boolean): Promise<PartitionWorker | undefined> {
    const key = slotKey(plan);
    await this.leaving.get(key);
    if (isOld()) return undefined;
    const share = Math.max(1, this.slots.length);
    const { messages, bytes } = this.room;
    const room = { messages: messages / share, bytes: bytes / share, mayBegin: () => this.mayBegin() };
    const worker = new PartitionWorker(plan, this.done.get(key) ?? 0, this.handler, room);
    worker.hold(this.held);
    this.workers.set(key, worker);
    return worker;
  }

  /** What is under way goes on, nothing new begins. Tells of each that has come to rest. */
  hold(held: boolean, rested?: () => void): void {
    this.held = held;
    for (const worker of this.workers.values()) worker.hold(held, rested);
  }

  letGo(workers: readonly PartitionWorker[], reason: unknown): void {
    for (const worker of workers) {
      const key = slotKey(worker.plan);
      this.workers.delete(key);
      this.done.set(key, worker.nextOffset);
      const left = worker.abort(reason).finally(() => {
        if (this.leaving.get(key) === left) this.leaving.delete(key);
      });
      this.leaving.set(key, left);
    }
  }

  forget(slot: Slot): void {
    this.done.delete(slotKey(slot));
  }

  /** Resolves when all handlers have let go. */
  async abort(reason: unknown): Promise<void> {
    this.letGo(this.all, reason);
    await Promise.all(this.leaving.values());
  }

  /** Lets what is under way finish. */
  async finish(graceMs: number): Promise<void> {
    await Promise.all([...this.all.map((worker) => worker.finish(graceMs)), ...this.leaving.values()]);
  }
}
