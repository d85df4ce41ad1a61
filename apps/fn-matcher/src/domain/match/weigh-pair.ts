import { contended } from '../scoring/contention.ts';
import type { MatchModel } from '../scoring/match-model.ts';
import { score, type Scored } from '../scoring/score.ts';
import type { Scoring } from '../scoring/scoring.ts';
import { distanceMeters } from '../signals/distance.ts';
import { shownPlace } from '../traits/shown-place.ts';
import type { Traits } from '../traits/traits.ts';
import type { Verdict } from './assess.ts';
import { type Thresholds, tierOf } from './tiers.ts';

const STEP_METERS = 100;

/** What speaks for a pair, whatever else its posts may belong to. */
export interface WeighedPair {
  readonly weight: number;
  readonly reasons: Scored['reasons'];
  /** Between what both show the public, rounded to 100 m. */
  readonly distanceMeters: number | null;
}

/** How much speaks for the others that its lost and its found post may belong to, in bits. */
export interface Beside {
  readonly ofLost: number;
  readonly ofFound: number;
}

const ALONE: Beside = { ofLost: 0, ofFound: 0 };

export function weighPair(lost: Traits, found: Traits, scoring: Scoring): WeighedPair {
  const { weight, reasons } = score(lost, found, scoring);
  const meters = Math.round(distanceMeters(shownPlace(lost), shownPlace(found)) / STEP_METERS) * STEP_METERS;
  return { weight, reasons, distanceMeters: meters };
}

/** What the pair is worth to its people beside all others; null where that is nothing. */
export function verdictOn(pair: WeighedPair, beside: Beside, model: MatchModel, thresholds: Thresholds): Verdict {
  const { weight, probability, reasons } = contended({ ...pair, probability: 0 }, beside, model.contention);
  const tier = tierOf(probability, thresholds);
  if (tier === null) return null;
  return {
    weight,
    probability,
    tier,
    modelVersion: model.version,
    reasons: reasons.toSorted((a, b) => Math.abs(b.weight) - Math.abs(a.weight)),
    distanceMeters: pair.distanceMeters,
  };
}

/** Whether it could be worth anything, were there no others. */
export function isPlausible(pair: WeighedPair, model: MatchModel, thresholds: Thresholds): boolean {
  return verdictOn(pair, ALONE, model, thresholds) !== null;
}
