import type { MessageHandler } from '../message-bus.port.ts';
import { Doorbell } from './doorbell.ts';
import type { Claim } from './group-session.ts';
import { type Filled, type LogMessage, type Stretch, UNBOUNDED } from './log-stretch.ts';

const REDELIVERY_MS = { first: 100, most: 5000 };
const IDLE_MS = 60_000;

export interface Room {
  readonly messages: number;
  readonly bytes: number;
}

/** Handles one partition, one message after the other, out of a bounded buffer that the fetcher fills. */
export class PartitionWorker {
  /** The first offset that is not done: what a commit may store. */
  nextOffset: number;
  committed: number;
  private readonly settled: Promise<void>;
  private readonly bell = new Doorbell();
  private readonly aborter = new AbortController();
  private buffer: LogMessage[] = [];
  private bufferBytes = 0;
  private refillAt = 0;
  private fetchFrom: number;
  private caughtUp = false;
  private finishing = false;

  constructor(
    readonly claim: Claim,
    private readonly handler: MessageHandler,
    /** Offsets from here on are not this subscription's: the end of a bounded one. */
    private readonly before: number,
    private readonly hungry: () => void,
  ) {
    this.nextOffset = claim.nextOffset;
    this.committed = claim.nextOffset;
    this.fetchFrom = claim.nextOffset;
    this.settled = this.run();
  }

  get atEnd(): boolean {
    return this.nextOffset >= this.before;
  }

  /** Something new may lie in the log. */
  stir(): void {
    this.caughtUp = false;
  }

  /** What to fetch next; nothing while there is enough in hand or nothing to be had. */
  order(room: Room): Stretch | undefined {
    const enough = this.buffer.length * 2 > room.messages || this.bufferBytes * 2 > room.bytes;
    if (enough || this.caughtUp || this.finishing || this.fetchFrom >= this.before) return undefined;
    this.caughtUp = true;
    return {
      topic: this.claim.topic,
      partition: this.claim.partition,
      from: this.fetchFrom,
      before: this.before,
      maxMessages: room.messages - this.buffer.length,
      maxBytes: room.bytes - this.bufferBytes,
    };
  }

  fill({ messages, exhausted }: Filled): void {
    if (this.finishing) return;
    for (const message of messages) this.bufferBytes += message.value.length;
    this.buffer = this.buffer.concat(messages);
    this.refillAt = Math.floor(this.buffer.length / 2);
    const last = messages.at(-1);
    if (last) this.fetchFrom = last.at + 1;
    if (!exhausted) this.caughtUp = false;
    // Retention may have taken what lay before the end of a bounded read.
    else if (this.before !== UNBOUNDED) this.fetchFrom = this.before;
    this.bell.ring();
  }

  /** Takes nothing new; resolves when the message under way has settled. After the grace its signal is aborted. */
  async finish(graceMs: number): Promise<void> {
    this.finishing = true;
    this.bell.ring();
    const grace = setTimeout(() => this.aborter.abort(new Error('The grace of the stop is over')), graceMs);
    await this.settled.finally(() => clearTimeout(grace));
  }

  /** The partition may already be another's: whatever is under way must let go. */
  async abort(reason: unknown): Promise<void> {
    this.finishing = true;
    this.aborter.abort(reason);
    this.bell.ring();
    await this.settled;
  }

  private async run(): Promise<void> {
    while (!this.finishing) {
      const message = this.buffer.shift();
      if (message) {
        await this.deliver(message);
        continue;
      }
      if (this.fetchFrom >= this.before) this.nextOffset = Math.max(this.nextOffset, this.before);
      await this.bell.wait(IDLE_MS);
    }
  }

  private async deliver(message: LogMessage): Promise<void> {
    for (let delay = REDELIVERY_MS.first; !this.finishing; delay = Math.min(delay * 2, REDELIVERY_MS.most)) {
      try {
        await this.handler(message, { signal: this.aborter.signal });
      } catch {
        if (!this.finishing) await this.bell.wait(delay);
        continue;
      }
      this.nextOffset = message.at + 1;
      this.bufferBytes -= message.value.length;
      if (this.buffer.length <= this.refillAt && !this.caughtUp) this.hungry();
      return;
    }
  }
}
