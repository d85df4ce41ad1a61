/** How long what is over is kept. */
export interface RetentionPeriods {
  /** Resolved and expired posts of those who decided nothing else. */
  readonly closedDays: number;
  /** Deleted posts: long enough to find out what happened, and shown to nobody. */
  readonly deletedDays: number;
  readonly contactDays: number;
}

/** Each is one transaction, passes over what another replica works at, and answers with how many there were. */
export interface Retention {
  /** Strips posts whose organization keeps them no longer. */
  stripClosed(now: Date, periods: RetentionPeriods, most: number): Promise<number>;
  stripDeleted(now: Date, periods: RetentionPeriods, most: number): Promise<number>;
  removeContacts(now: Date, periods: RetentionPeriods, most: number): Promise<number>;
}
