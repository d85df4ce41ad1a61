import type { KafkaMessage } from 'kafkajs';
import type { DeliveryContext, MessageHandler } from '../message-bus.port.ts';
import { Doorbell } from '../embedded/doorbell.ts';
import { bytesOf, deliveredMessage } from './delivered-message.ts';
import { type Slot, slotIn } from './slot.ts';

const REDELIVERY_MS = { first: 100, most: 5000 };
const IDLE_MS = 60_000;

export interface Room {
  readonly messages: number;
  readonly bytes: number;
  /** Asked before each message. */
  readonly mayBegin?: () => boolean;
}

/** What one fetch brought of one partition: all there is from `from` up to, and without, `next`. */
export interface Fetched {
  readonly from: number;
  readonly messages: readonly KafkaMessage[];
  readonly next: number;
  /** Where the log ended at that time. */
  readonly end: number;
}

export interface WorkerPlan extends Slot {
  /** The first offset to be delivered. */
  readonly start: number;
  /** Offsets from here on are not this subscription's: the end of a bounded one. */
  readonly before: number;
}

/** Handles one partition, one message after the other, out of a buffer that the fetches fill. */
export class PartitionWorker {
  /** The first offset that is not done: what a commit may store. */
  nextOffset: number;
  committed: number;
  /** What the next fetch must begin with. */
  fetchFrom: number;
  /** Resolves when nothing is under way any more. */
  readonly settled: Promise<void>;
  private readonly bell = new Doorbell();
  private readonly aborter = new AbortController();
  private readonly context: DeliveryContext = { signal: this.aborter.signal };
  private readonly buffer: KafkaMessage[] = [];
  private bytes = 0;
  private starved: PromiseWithResolvers<void> | undefined;
  private held = false;
  private rested: (() => void) | undefined;
  private finishing = false;

  constructor(
    readonly plan: WorkerPlan,
    /** What lies before was done in an earlier life, which could not say so. */
    done: number,
    private readonly handler: MessageHandler,
    private readonly room: Room,
  ) {
    this.committed = plan.start;
    this.nextOffset = Math.max(plan.start, done);
    this.fetchFrom = this.nextOffset;
    this.settled = this.run();
  }

  get slot(): Slot {
    return slotIn(this.plan);
  }

  get atEnd(): boolean {
    return this.nextOffset >= this.plan.before;
  }

  /** There is enough in hand, or nothing more to be had; `roomAgain` tells when that changes. */
  get full(): boolean {
    if (this.finishing) return false;
    const enough = this.buffer.length > this.room.messages || this.bytes > this.room.bytes;
    return enough || this.fetchFrom >= this.plan.before;
  }

  roomAgain(): Promise<void> {
    return this.full ? (this.starved ??= Promise.withResolvers()).promise : Promise.resolve();
  }

  /** Repetitions are left out: after a rebalance a fetch may begin anywhere behind. Refuses what is no continuation. */
  fill({ from, messages, next, end }: Fetched): boolean {
    if (from > this.fetchFrom || end < this.fetchFrom) return false;
    if (this.finishing || next <= this.fetchFrom) return true;
    for (const message of messages) {
      const offset = Number(message.offset);
      if (offset < this.fetchFrom || offset >= this.plan.before) continue;
      this.buffer.push(message);
      this.bytes += bytesOf(message);
    }
    this.fetchFrom = Math.min(next, this.plan.before);
    this.bell.ring();
    return true;
  }

  /** What lay before is gone for good: retention has taken it. */
  skipTo(offset: number): void {
    this.fill({ from: this.fetchFrom, messages: [], next: offset, end: Infinity });
  }

  /** The group is being shared out anew: what is under way goes on, nothing new begins. */
  hold(held: boolean, rested?: () => void): void {
    this.held = held;
    this.rested = rested;
    if (!held) this.bell.ring();
  }

  /** Takes nothing new; resolves when the message under way has settled. After the grace its signal is aborted. */
  async finish(graceMs: number): Promise<void> {
    this.endAfterThis();
    const grace = setTimeout(() => this.aborter.abort(new Error('The grace of the stop is over')), graceMs);
    await this.settled.finally(() => clearTimeout(grace));
  }

  /** The partition may already be another's: whatever is under way must let go. */
  async abort(reason: unknown): Promise<void> {
    this.endAfterThis();
    this.aborter.abort(reason);
    await this.settled;
  }

  private get mayBegin(): boolean {
    return !this.held && this.room.mayBegin?.() !== false;
  }

  private endAfterThis(): void {
    this.finishing = true;
    this.starved?.resolve();
    this.bell.ring();
  }

  private async run(): Promise<void> {
    while (!this.finishing) {
      const message = this.mayBegin ? this.buffer.shift() : undefined;
      if (message) await this.deliver(message);
      else {
        this.rested?.();
        // Behind the last message there may lie marks of transactions, which nobody delivers.
        if (this.buffer.length === 0) this.nextOffset = this.fetchFrom;
        await this.bell.wait(IDLE_MS);
      }
    }
  }

  private async deliver(message: KafkaMessage): Promise<void> {
    const delivered = deliveredMessage(this.plan, message);
    for (let delay = REDELIVERY_MS.first; !this.finishing; delay = Math.min(delay * 2, REDELIVERY_MS.most)) {
      try {
        await this.handler(delivered, this.context);
      } catch {
        if (!this.finishing) await this.bell.wait(delay);
        continue;
      }
      // Aborted, its offset belongs to another: whether it was done in time is for the inbox to know.
      if (!this.aborter.signal.aborted) this.nextOffset = Number(message.offset) + 1;
      this.bytes -= bytesOf(message);
      this.ease();
      return;
    }
  }

  private ease(): void {
    if (this.buffer.length * 2 > this.room.messages || this.bytes * 2 > this.room.bytes) return;
    this.starved?.resolve();
    this.starved = undefined;
  }
}
