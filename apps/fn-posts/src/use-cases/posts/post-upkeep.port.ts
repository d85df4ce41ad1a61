import type { Change } from './post-store.port.ts';

/** What an event is known by when it comes again. */
export interface Delivery {
  readonly group: string;
  readonly generation: number;
  readonly eventId: string;
}

/** Changes that no person asks for, over all organizations. */
export interface PostUpkeep {
  /** Once per delivery: those of these posts that exist. */
  react(delivery: Delivery, ids: readonly string[], change: Change): Promise<void>;
  /** Those whose time has come, `most` at once, each by one replica. Answers with how many there were. */
  changeDue(now: Date, most: number, change: Change): Promise<number>;
  /** Active posts in the order of their ids. Answers with the ids. */
  changeAfter(after: string | null, most: number, change: Change): Promise<readonly string[]>;
}
