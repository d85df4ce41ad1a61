import type { FailureFacts } from '../dead-letters/failure-facts.ts';

export interface Delivery {
  readonly group: string;
  readonly generation: number;
  readonly topic: string;
  readonly partition: number;
  readonly eventId: string;
  readonly correlationId: string;
  /** The event's name as its attributes say it; empty when they do not. */
  readonly event: string;
  readonly publishedAt: Date;
}

export type Outcome = 'handled' | 'skipped' | 'dead-lettered' | 'given-back';

/** What metrics and logs hear of consuming. Must not throw. */
export interface ConsumerObserver {
  started?(delivery: Delivery): void;
  finished?(delivery: Delivery, outcome: Outcome, milliseconds: number): void;
  /** The error itself is for a log by allow-list; its message must not be written anywhere. */
  retrying?(delivery: Delivery, attempt: number, error: unknown): void;
  /** Something that the message cannot help is down; called again at each try until `resumed`. */
  paused?(delivery: Delivery, waits: number, error: unknown): void;
  resumed?(delivery: Delivery): void;
  deadLettered?(delivery: Delivery, facts: FailureFacts): void;
}
