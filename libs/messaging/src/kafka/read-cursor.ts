import type { DeliveredMessage } from '../message.ts';
import { messageBytes } from '../message-limits.ts';
import { deliveredMessage } from './delivered-message.ts';
import type { Fetched } from './partition-worker.ts';
import type { Slot } from './slot.ts';

const ENOUGH = { messages: 500, bytes: 1024 * 1024 };

/** Where a reader is in one partition, and what it has in hand of it. */
export class ReadCursor {
  private readonly buffer: DeliveredMessage[] = [];
  private bytes = 0;

  constructor(
    readonly slot: Slot,
    /** What the next fetch must begin with. */
    public fetchFrom: number,
    /** What was the end of the log when the reading began. */
    private readonly end: number,
    private readonly follow: boolean,
  ) {}

  get head(): DeliveredMessage | undefined {
    return this.buffer[0];
  }

  /** All is in hand that was there when the reading began. */
  get caughtUp(): boolean {
    return this.fetchFrom >= this.end;
  }

  get full(): boolean {
    return this.buffer.length > ENOUGH.messages || this.bytes > ENOUGH.bytes || (!this.follow && this.caughtUp);
  }

  fill({ messages, next }: Fetched): void {
    for (const message of messages) {
      const offset = Number(message.offset);
      if (offset < this.fetchFrom || (!this.follow && offset >= this.end)) continue;
      const delivered = deliveredMessage(this.slot, message);
      this.buffer.push(delivered);
      this.bytes += messageBytes(delivered);
    }
    this.fetchFrom = Math.max(this.fetchFrom, next);
  }

  take(): DeliveredMessage | undefined {
    const message = this.buffer.shift();
    if (message) this.bytes -= messageBytes(message);
    return message;
  }

  isBefore(other: ReadCursor | undefined): boolean {
    if (!this.head) return false;
    return !other?.head || this.head.publishedAt < other.head.publishedAt;
  }
}
