import type { StartAt, SubscribeOptions } from '../message-bus.port.ts';
import type { Bounds, GroupOffsets } from './group-offsets.ts';
import { type Slot, slotKey } from './slot.ts';

export const UNBOUNDED = Number.MAX_SAFE_INTEGER;

/** A replay has positions, and so a group of Kafka's, of its own. */
export function groupIdOf(group: string, generation = 0): string {
  return generation === 0 ? group : `${group}.g${generation}`;
}

export interface Start {
  readonly offset: number;
  readonly toBePinned: boolean;
}

/** What a subscription is about, fixed before it begins. */
export class SubscriptionPlan {
  readonly groupId: string;
  readonly topics: readonly string[];
  private readonly startAt: StartAt;

  constructor(
    options: SubscribeOptions,
    private readonly offsets: GroupOffsets,
    /** Of a bounded one: it ends at what is the end of each log now. */
    private readonly ends: ReadonlyMap<string, Bounds> | undefined,
  ) {
    this.groupId = groupIdOf(options.group, options.generation);
    this.topics = options.topics;
    this.startAt = options.startAt ?? 'beginning';
  }

  static async make(options: SubscribeOptions, offsets: GroupOffsets): Promise<SubscriptionPlan> {
    const ends = options.bounded ? await offsets.bounds(options.topics) : undefined;
    return new SubscriptionPlan(options, offsets, ends);
  }

  get bounded(): boolean {
    return this.ends !== undefined;
  }

  before(slot: Slot): number {
    return this.ends ? (this.ends.get(slotKey(slot))?.high ?? 0) : UNBOUNDED;
  }

  /** Where each begins, and whether that place must be written down to be found again. */
  async starts(slots: readonly Slot[]): Promise<Map<Slot, Start>> {
    const committed = await this.offsets.committed(this.groupId, this.topics);
    const isKnown = (slot: Slot): boolean => committed.has(slotKey(slot));
    const bounds = slots.every(isKnown) ? new Map<string, Bounds>() : await this.offsets.bounds(this.topics);
    return new Map(
      slots.map((slot) => {
        const { low, high } = bounds.get(slotKey(slot)) ?? { low: 0, high: 0 };
        const fresh = this.startAt === 'end' ? high : low;
        const position = committed.get(slotKey(slot));
        const toBePinned = this.startAt === 'end' && position === undefined;
        return [slot, { offset: Math.max(low, position ?? fresh), toBePinned }];
      }),
    );
  }

  /** Is a bounded one done, by all members of the group together? */
  async isComplete(): Promise<boolean> {
    const committed = await this.offsets.committed(this.groupId, this.topics);
    return [...(this.ends ?? [])].every(([key, { low, high }]) => Math.max(low, committed.get(key) ?? low) >= high);
  }
}
