export interface Reservation {
  /** UTC day: 2026-01-31. */
  readonly day: string;
  readonly provider: string;
  readonly micros: number;
}

/** What the providers of all replicas may cost in a day, together. What is never settled counts as spent. */
export interface VisionBudget {
  /** Sets the amount aside unless the day's total would go over the limit: then false, and nothing changes. */
  reserve(reservation: Reservation, limitMicros: number): Promise<boolean>;
  /** Puts what it cost, less or more, in the place of what was set aside. */
  settle(reservation: Reservation, costMicros: number): Promise<void>;
  /** By provider; those that have spent nothing that day may be missing. */
  spentOn(day: string): Promise<ReadonlyMap<string, number>>;
}
