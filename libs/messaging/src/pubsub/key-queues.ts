import type { DeliveredMessage } from '../message.ts';
import type { MessageHandler } from '../message-bus.port.ts';

const REDELIVERY_MS = { first: 100, most: 5000 };

/** One delivery of one message by the server. */
export interface Delivery {
  readonly id: string;
  readonly message: DeliveredMessage;
  /** Tells the server that it need not come again. */
  done(): void;
  /** Gives it back, for others to have at once. */
  release(): void;
}

interface Job {
  readonly id: string;
  readonly message: DeliveredMessage;
  /** More than one when the server delivered it again while it was still in hand. */
  readonly deliveries: Delivery[];
}

interface Lane {
  readonly key: string;
  readonly jobs: Job[];
  delayMs: number;
  /** Set while its first message waits for another try. */
  retry: NodeJS.Timeout | undefined;
}

/**
 * Handles the messages of each key one after the other, and several keys beside each other. A message whose handler
 * rejects is handled again, and nothing of its key before; its key takes no room from the others while it waits.
 */
export class KeyQueues {
  private readonly inHand = new Map<string, Job>();
  private readonly lanes = new Map<string, Lane>();
  private readonly ready = new Set<Lane>();
  private readonly turns = new Set<Promise<void>>();
  private readonly aborter = new AbortController();
  private stopping = false;

  constructor(
    private readonly handler: MessageHandler,
    private readonly keysAtOnce: number,
  ) {}

  get size(): number {
    return this.inHand.size;
  }

  add(delivery: Delivery): void {
    const { id, message } = delivery;
    const known = this.inHand.get(id);
    if (known !== undefined) known.deliveries.push(delivery);
    else if (this.stopping) delivery.release();
    else {
      const job = { id, message, deliveries: [delivery] };
      this.inHand.set(id, job);
      this.enqueue(job);
    }
  }

  /** Begins nothing new and gives back what was not begun; resolves when what is under way has settled. */
  async finish(graceMs: number): Promise<void> {
    this.stopping = true;
    for (const lane of this.lanes.values()) {
      if (lane.retry === undefined && !this.ready.has(lane)) continue;
      clearTimeout(lane.retry);
      this.giveBack(lane);
    }
    this.ready.clear();
    const grace = setTimeout(() => this.aborter.abort(new Error('The grace of the stop is over')), graceMs);
    await Promise.all(this.turns).finally(() => clearTimeout(grace));
  }

  private enqueue(job: Job): void {
    // What has no key has no order either.
    const key = job.message.key === '' ? `\0${job.id}` : job.message.key;
    const known = this.lanes.get(key);
    if (known !== undefined) {
      known.jobs.push(job);
      return;
    }
    const lane = { key, jobs: [job], delayMs: REDELIVERY_MS.first, retry: undefined };
    this.lanes.set(key, lane);
    this.ready.add(lane);
    this.beginTurns();
  }

  private beginTurns(): void {
    for (const lane of this.ready) {
      if (this.turns.size >= this.keysAtOnce) return;
      this.ready.delete(lane);
      const turn = this.turn(lane).finally(() => {
        this.turns.delete(turn);
        this.beginTurns();
      });
      this.turns.add(turn);
    }
  }

  /** One message of one key; then it is another key's turn. */
  private async turn(lane: Lane): Promise<void> {
    const [job] = lane.jobs;
    if (job === undefined) return;
    const handled = await this.handles(job.message);
    if (handled) this.settle(lane, job);
    if (this.stopping) this.giveBack(lane);
    else if (!handled) this.tryLater(lane);
    else if (lane.jobs.length > 0) this.ready.add(lane);
    else this.lanes.delete(lane.key);
  }

  private async handles(message: DeliveredMessage): Promise<boolean> {
    try {
      await this.handler(message, { signal: this.aborter.signal });
      return true;
    } catch {
      return false;
    }
  }

  private settle(lane: Lane, job: Job): void {
    lane.jobs.shift();
    lane.delayMs = REDELIVERY_MS.first;
    this.inHand.delete(job.id);
    for (const delivery of job.deliveries) delivery.done();
  }

  private tryLater(lane: Lane): void {
    lane.retry = setTimeout(() => {
      lane.retry = undefined;
      this.ready.add(lane);
      this.beginTurns();
    }, lane.delayMs);
    lane.delayMs = Math.min(lane.delayMs * 2, REDELIVERY_MS.most);
  }

  private giveBack(lane: Lane): void {
    this.lanes.delete(lane.key);
    for (const { id, deliveries } of lane.jobs.splice(0)) {
      this.inHand.delete(id);
      for (const delivery of deliveries) delivery.release();
    }
  }
}
