import type { Tx } from '@foundnow/postgres';

/** How many reports this service has taken in, by category. */
export interface PostCounts {
  /** Part of the transaction that remembers the event, so that a redelivery counts nothing. */
  add(tx: Tx, category: string): Promise<void>;
  all(): Promise<ReadonlyMap<string, number>>;
}
