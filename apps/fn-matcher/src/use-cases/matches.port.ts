import type { Match } from '../domain/match/match.ts';
import type { MatchChange } from '../domain/match/match-events.ts';
import type { MatchSides } from '../domain/match/match-side.ts';

/** A match with its two posts, as they stand. */
export interface HeldMatch {
  readonly match: Match;
  readonly sides: MatchSides;
}

/** What changes a match; synchronous, so that nothing remote can hide in the transaction. */
export type ChangeMatch = (held: HeldMatch) => MatchChange;

export interface MatchStore {
  /** Locks it, changes it, and writes its events with it. Null: there is none. */
  update(id: string, change: ChangeMatch): Promise<HeldMatch | null>;
  /** Up to `most` open ones whose time is over, each locked and changed; how many there were. */
  updateDue(now: Date, most: number, change: ChangeMatch): Promise<number>;
}
