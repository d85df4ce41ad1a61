import { setTimeout as delay } from 'node:timers/promises';
import type { BusMessage } from '../../../src/index.ts';
import { aMessage } from '../../sample-messages.ts';

const PACE_MS = 60;
const RETRY_MS = 100;

export interface LoadPlan {
  readonly topic: string;
  readonly writers: number;
  readonly keysEach: number;
  /** Messages of each key in one batch. */
  readonly depth: number;
}

export type Publish = (batch: readonly BusMessage[]) => Promise<void>;

/** What was published of one key, by sequence number. */
export interface KeyRecord {
  readonly ids: string[];
  acknowledged: number;
}

/** Publishes as relays do: each writer has keys of its own and repeats a failed batch until it is acknowledged. */
export class Load {
  readonly keys = new Map<string, KeyRecord>();
  /** Messages of batches that failed once or more: they may lie in the log more than once. */
  readonly unknown = new Set<string>();
  readonly failures: unknown[] = [];
  private readonly running: Promise<unknown>;
  private ending = false;
  private abandoned = false;

  constructor(
    private readonly plan: LoadPlan,
    private readonly publish: Publish,
  ) {
    const writers = Array.from({ length: plan.writers }, (_, writer) => this.write(writer));
    this.running = Promise.all(writers);
  }

  get published(): number {
    return [...this.keys.values()].reduce((sum, { acknowledged }) => sum + acknowledged, 0);
  }

  /** By key the sequence number of what has not been tried yet. */
  next(): Map<string, number> {
    return new Map([...this.keys].map(([key, { ids }]) => [key, ids.length]));
  }

  /** Begins nothing new; resolves when all that was begun is acknowledged. */
  async finish(): Promise<void> {
    this.ending = true;
    await this.running;
  }

  async abandon(): Promise<void> {
    this.abandoned = true;
    await this.finish();
  }

  private async write(writer: number): Promise<void> {
    const { keysEach } = this.plan;
    const keys = Array.from({ length: keysEach }, (_, index) => `w${writer}-k${index}`);
    for (const key of keys) this.keys.set(key, { ids: [], acknowledged: 0 });
    while (!this.ending) {
      await this.untilAcknowledged(this.batch(keys));
      await delay(PACE_MS);
    }
  }

  private batch(keys: readonly string[]): BusMessage[] {
    return Array.from({ length: this.plan.depth }, () => keys.map((key) => this.message(key))).flat();
  }

  private message(key: string): BusMessage {
    const ids = this.keys.get(key)?.ids ?? [];
    const message = aMessage(this.plan.topic, key, { seq: ids.length });
    ids.push(message.attributes.id);
    return message;
  }

  private async untilAcknowledged(batch: readonly BusMessage[]): Promise<void> {
    while (!this.abandoned) {
      try {
        await this.publish(batch);
        for (const { key } of batch) {
          const record = this.keys.get(key);
          if (record) record.acknowledged += 1;
        }
        return;
      } catch (error) {
        this.failures.push(error);
        for (const { attributes } of batch) this.unknown.add(attributes.id);
        await delay(RETRY_MS);
      }
    }
  }
}
