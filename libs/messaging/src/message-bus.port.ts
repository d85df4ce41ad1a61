import type { BusMessage, DeliveredMessage } from './message.ts';

/** What a transport can do beyond the contract; tests of a missing capability are replaced, never skipped silently. */
export interface BusCapabilities {
  /** A new group, a replay or a read can start at the beginning of the log. */
  readonly readFromStart: boolean;
  /** It can tell how far a group is behind. */
  readonly lag: boolean;
}

export type StartAt = 'beginning' | 'end';

export interface SubscribeOptions {
  readonly group: string;
  /** 0 is the live one. Each replay has a generation, and so positions, of its own. */
  readonly generation?: number;
  readonly topics: readonly string[];
  /** Where a group without a committed position starts. Default: beginning. */
  readonly startAt?: StartAt;
  /** Ends by itself at what was the end of the log when it began. */
  readonly bounded?: boolean;
}

export interface DeliveryContext {
  /** Aborted when the partition went to another consumer or the grace of a stop is over. */
  readonly signal: AbortSignal;
}

/**
 * Resolves: the message is done and its position may be committed.
 * Rejects: the adapter delivers the same message again, and nothing behind it on its partition before.
 * May take as long as an outage lasts: the adapter keeps its membership (heartbeats, ack deadlines) alive meanwhile,
 * and other partitions go on.
 */
export type MessageHandler = (message: DeliveredMessage, context: DeliveryContext) => Promise<void>;

export interface Subscription {
  /** Settles when a bounded subscription has come to its end, or when the subscription was stopped. */
  readonly done: Promise<void>;
  /** Takes nothing new, lets what is under way finish, commits, gives its partitions back. */
  stop(): Promise<void>;
}

export interface ReadOptions {
  readonly topics: readonly string[];
  readonly from: 'beginning' | 'end' | Date;
  /** Go on with what is published from now on, until the signal says stop. */
  readonly follow: boolean;
  readonly signal?: AbortSignal;
}

export interface MessageBus {
  readonly capabilities: BusCapabilities;
  /** Resolves when the whole batch is durable. Per key the order of the batch is the order in the log. */
  publish(batch: readonly BusMessage[]): Promise<void>;
  subscribe(options: SubscribeOptions, handler: MessageHandler): Promise<Subscription>;
  /** Reads without a group and leaves no trace: for people (`fn events tail`, `fn dlq list`). */
  read(options: ReadOptions): AsyncIterable<DeliveredMessage>;
  /** Messages by topic that the live generation of a group has not handled; undefined where the transport can't tell. */
  lag(group: string, topics: readonly string[]): Promise<ReadonlyMap<string, number> | undefined>;
  /** Resolves when the transport answers; rejects with what is wrong. For health checks. */
  ping(): Promise<void>;
  close(): Promise<void>;
}

/** The transport refuses these messages for good, whatever the number of tries; the others were not published. */
export class MessagesRefused extends Error {
  override readonly name = 'MessagesRefused';
  constructor(
    readonly refused: readonly BusMessage[],
    reason: string,
  ) {
    super(reason);
  }
}
