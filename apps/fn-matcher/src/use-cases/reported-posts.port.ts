import type { Tx } from '@foundnow/postgres';

export interface ReportedPost {
  readonly postId: string;
  readonly version: number;
  readonly kind: string;
}

/** The posts that this service has taken in. */
export interface ReportedPosts {
  /** Part of the transaction that remembers the event. A version at or below the one held changes nothing. */
  keep(tx: Tx, post: ReportedPost): Promise<void>;
  countByKind(): Promise<ReadonlyMap<string, number>>;
}
