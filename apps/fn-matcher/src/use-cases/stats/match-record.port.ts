import type { MatchStatus, MatchTier } from '../../domain/match/match.ts';

export interface CountedMatches {
  readonly tier: MatchTier;
  readonly status: MatchStatus;
  readonly count: number;
}

/** What people made of the matches of a tier. */
export interface JudgedTier {
  readonly tier: MatchTier;
  /** Answers of single sides. */
  readonly confirmations: number;
  readonly rejections: number;
  /** Pairs: both sides said yes, or the item got home. */
  readonly same: number;
  /** Somebody said that it is another item, place or time. */
  readonly different: number;
}

export interface Duration {
  readonly step: 'match' | 'confirm' | 'return';
  readonly count: number;
  readonly medianSeconds: number | null;
  readonly p90Seconds: number | null;
}

/** A pair of which people said what it is. */
export interface LabelledPair {
  readonly lostId: string;
  readonly foundId: string;
  readonly isSame: boolean;
  readonly tier: MatchTier;
  readonly probability: number;
  readonly modelVersion: string;
  /** Each signal with its level. */
  readonly levels: Readonly<Record<string, string>>;
  readonly decidedAt: Date;
}

/** How good the matching is where it is used. */
export interface MatchRecord {
  matches(): Promise<readonly CountedMatches[]>;
  judged(since: Date): Promise<readonly JudgedTier[]>;
  durations(since: Date): Promise<readonly Duration[]>;
  /** Oldest first. */
  labels(since: Date): AsyncIterable<LabelledPair>;
}
