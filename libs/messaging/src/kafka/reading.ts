import { Doorbell } from '../embedded/doorbell.ts';
import type { DeliveredMessage } from '../message.ts';
import { ConsumerSession, type SessionEvents } from './consumer-session.ts';
import { typeOf } from './kafka-failure.ts';
import type { KafkaSettings } from './kafka-settings.ts';
import type { Fetched } from './partition-worker.ts';
import type { ReadCursor } from './read-cursor.ts';
import { type Slot, slotKey } from './slot.ts';

const IDLE_MS = 60_000;
/** A broker that has just started reads what it knows of groups first. */
const COORDINATOR_STARTS =
  /^(COORDINATOR_LOAD_IN_PROGRESS|GROUP_LOAD_IN_PROGRESS|GROUP_COORDINATOR_NOT_AVAILABLE|NOT_COORDINATOR_FOR_GROUP)$/;
const COORDINATOR_TRIES = 40;
const COORDINATOR_WAIT_MS = 250;

export interface ReadingPlan {
  readonly groupId: string;
  readonly topics: readonly string[];
  readonly cursors: readonly ReadCursor[];
  readonly follow: boolean;
  readonly signal: AbortSignal | undefined;
}

/** One reading of the log: merges its partitions by the time of publication, and begins again where a session broke. */
export class Reading implements SessionEvents {
  private readonly cursors: ReadonlyMap<string, ReadCursor>;
  private readonly bell = new Doorbell();
  private session: ConsumerSession | undefined;
  /** In the session under way. */
  private hasJoined = false;
  private hasEverJoined = false;
  private coordinatorTries = 0;

  constructor(
    private readonly settings: KafkaSettings,
    private readonly plan: ReadingPlan,
  ) {
    this.cursors = new Map(plan.cursors.map((cursor) => [slotKey(cursor.slot), cursor]));
  }

  async *messages(): AsyncGenerator<DeliveredMessage> {
    const ring = (): void => this.bell.ring();
    this.plan.signal?.addEventListener('abort', ring);
    try {
      while (!this.isOver) yield* this.oneSession();
    } finally {
      this.plan.signal?.removeEventListener('abort', ring);
    }
  }

  joined(slots: readonly Slot[]): void {
    this.hasJoined = true;
    this.hasEverJoined = true;
    for (const slot of slots) {
      const cursor = this.cursors.get(slotKey(slot));
      this.session?.seek(slot, cursor?.fetchFrom ?? 0);
      if (!cursor || cursor.full) this.session?.pause(slot);
    }
  }

  async fetched(slot: Slot, fetched: Fetched): Promise<void> {
    const cursor = this.cursors.get(slotKey(slot));
    cursor?.fill(fetched);
    if (!cursor || cursor.full) this.session?.pause(slot);
    this.bell.ring();
  }

  private async *oneSession(): AsyncGenerator<DeliveredMessage> {
    const session = new ConsumerSession(this.settings, { groupId: this.plan.groupId, topics: this.plan.topics }, this);
    this.session = session;
    this.hasJoined = false;
    let ended: { readonly reason: unknown } | undefined;
    void session.ended.then((reason) => {
      ended = { reason };
      this.bell.ring();
    });
    session.start();
    try {
      while (!ended && !this.isOver) {
        yield* this.inHand(session);
        if (!this.isOver) await this.news();
      }
    } finally {
      await session.close();
    }
    if (ended && !this.hasJoined) await this.endOrTryAgain(ended.reason);
  }

  /** kafkajs asks brokers that are gone for ever; what has an end to reach would hear nothing of it. */
  private async news(): Promise<void> {
    if (this.plan.follow) return this.bell.wait(IDLE_MS);
    const { sessionMs } = this.settings.timings;
    const since = performance.now();
    await this.bell.wait(sessionMs);
    if (performance.now() - since >= sessionMs && !this.next()) throw new Error('Connection timeout: nothing comes');
  }

  /** Who follows wants what comes when the brokers are back; who wants an end would wait for it without a word. */
  private async endOrTryAgain(reason: unknown): Promise<void> {
    if (this.plan.follow && this.hasEverJoined) return;
    this.coordinatorTries += 1;
    const starts = COORDINATOR_STARTS.test(typeOf(reason) ?? '');
    if (!starts || this.coordinatorTries > COORDINATOR_TRIES) throw reason;
    await this.bell.wait(COORDINATOR_WAIT_MS);
  }

  private *inHand(session: ConsumerSession): Generator<DeliveredMessage> {
    for (let next = this.next(); next && !this.plan.signal?.aborted; next = this.next()) {
      const wasFull = next.full;
      const message = next.take();
      if (message) yield message;
      if (wasFull && !next.full) session.resume(next.slot);
    }
  }

  /** Nothing comes out while an earlier message may still be on its way. */
  private next(): ReadCursor | undefined {
    const all = this.plan.cursors;
    if (all.some((cursor) => !cursor.head && !cursor.caughtUp)) return undefined;
    return all.reduce<ReadCursor | undefined>((best, cursor) => (cursor.isBefore(best) ? cursor : best), undefined);
  }

  private get isOver(): boolean {
    const { signal, follow, cursors } = this.plan;
    return signal?.aborted || (!follow && cursors.every((cursor) => cursor.caughtUp && !cursor.head));
  }
}
