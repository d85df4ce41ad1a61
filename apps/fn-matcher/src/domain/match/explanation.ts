import type { Match, MatchReason } from './match.ts';
import type { SeenMatch } from './seen-match.ts';

export interface ExplainedSignal {
  readonly signal: string;
  readonly level: string;
  readonly evidence: string;
  /** log2(m/u). */
  readonly weight: number;
}

/** What spoke for and against a match; the weights of the signals make up the sum. */
export interface Explanation {
  readonly match: Match;
  readonly signals: readonly ExplainedSignal[];
  readonly sum: number;
  /** Both posts are for the viewer to read: the evidence is told in full. */
  readonly isWhole: boolean;
}

/**
 * To whom may not read both posts, words could tell what only the other says of the item: she is told how far the two
 * agree, and not in what.
 */
export function explanationOf({ match, lost, found }: SeenMatch): Explanation {
  const isWhole = lost.isShown && found.isShown;
  const signals = match.reasons.map((reason) => ({
    signal: reason.signal,
    level: reason.level,
    evidence: evidenceOf(reason, match, isWhole),
    weight: reason.weight,
  }));
  return { match, signals, sum: match.weight, isWhole };
}

function evidenceOf({ signal, words, weight }: MatchReason, { distanceMeters }: Match, isWhole: boolean): string {
  // The rounded one between what both show the public: a place that is asked for from three points stays hidden.
  if (signal === 'place' && distanceMeters !== null) return distanceWords(distanceMeters);
  if (isWhole) return words;
  if (weight > 0) return 'speaks for it';
  return weight < 0 ? 'speaks against it' : 'says nothing';
}

function distanceWords(meters: number): string {
  if (meters < 100) return 'less than 100 m apart';
  return meters < 10_000 ? `about ${meters} m apart` : `about ${Math.round(meters / 1000)} km apart`;
}
