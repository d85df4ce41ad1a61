import type { DeliveredMessage } from '../message.ts';
import type { Topic } from './topic-directory.ts';

/** The end of a stretch that has none. */
export const UNBOUNDED = Number.MAX_SAFE_INTEGER;

/** A stretch of one partition: from (included) up to `before` (excluded). The last segment may exceed the limits. */
export interface Stretch {
  readonly topic: Topic;
  readonly partition: number;
  readonly from: number;
  readonly before: number;
  readonly maxMessages: number;
  readonly maxBytes: number;
}

export interface LogMessage extends DeliveredMessage {
  readonly at: number;
}

export interface Filled {
  readonly messages: LogMessage[];
  /** Nothing more lay in the stretch when it was read. */
  readonly exhausted: boolean;
}
