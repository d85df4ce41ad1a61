import type { Match, MatchReason } from './match.ts';
import type { SeenMatch } from './seen-match.ts';
import { toldWeight } from './told-numbers.ts';

export interface ExplainedSignal {
  readonly signal: string;
  /** Null: not told. */
  readonly level: string | null;
  readonly evidence: string;
  /** log2(m/u), rounded to tenths. Null: not told. */
  readonly weight: number | null;
}

/** What spoke for and against a match; the weights that are told make up the sum. */
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
export function explanationOf(seen: SeenMatch): Explanation {
  const { match, lost, found, isVerified } = seen;
  const isWhole = lost.isShown && found.isShown;
  const isGuarded = !isVerified && !seen.parts.some(({ side }) => side === 'found');
  const told = isGuarded ? match.reasons.filter(({ signal }) => signal !== 'serial') : match.reasons;
  const signals = told.map((reason) =>
    reason.signal === 'place' ? placeOf(reason, match, isVerified) : signalOf(reason, isWhole),
  );
  // What has no weight to tell comes last: its place among the others would tell it.
  const weighed = signals.filter(({ weight }) => weight !== null);
  const others = signals.filter(({ weight }) => weight === null);
  const all = [...weighed, ...others, ...(isGuarded ? [COMPARED] : [])];
  return { match, signals: all, sum: toldWeight(all.reduce((sum, { weight }) => sum + (weight ?? 0), 0)), isWhole };
}

/** Told of every match, with numbers or without: who tries numbers on a post of hers does not see when one is right. */
const COMPARED: ExplainedSignal = {
  signal: 'serial',
  level: null,
  evidence: 'identifiers were compared, where both gave any',
  weight: null,
};

/** Level and weight are steps of the true distance: from enough of them, the true place can be computed. */
function placeOf(reason: MatchReason, { distanceMeters }: Match, isVerified: boolean): ExplainedSignal {
  const weight = isVerified ? toldWeight(reason.weight) : null;
  if (distanceMeters === null) return { signal: reason.signal, level: null, evidence: 'places were compared', weight };
  const level = distanceMeters <= NEAR_METERS ? 'near' : 'far';
  return { signal: reason.signal, level, evidence: distanceWords(distanceMeters), weight };
}

const NEAR_METERS = 1_000;

function signalOf({ signal, level, words, weight }: MatchReason, isWhole: boolean): ExplainedSignal {
  return { signal, level, evidence: isWhole ? words : tendency(weight), weight: toldWeight(weight) };
}

function tendency(weight: number): string {
  if (weight > 0) return 'speaks for it';
  return weight < 0 ? 'speaks against it' : 'says nothing';
}

function distanceWords(meters: number): string {
  if (meters < 100) return 'less than 100 m apart';
  return meters < 10_000 ? `about ${meters} m apart` : `about ${Math.round(meters / 1000)} km apart`;
}
