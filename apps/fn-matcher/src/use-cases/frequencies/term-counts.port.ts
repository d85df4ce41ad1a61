import type { TermFrequencies } from '../../domain/scoring/term-frequencies.ts';

/** How many active posts have each term, as of the last time that somebody counted. */
export interface TermCounts {
  /** Counts anew when that is due, and no other replica does. */
  recount(now: Date, everyMs: number): Promise<void>;
  /** Null when they are those of this version. */
  newerThan(version: number): Promise<TermFrequencies | null>;
}
