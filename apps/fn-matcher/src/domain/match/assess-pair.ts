import { score } from '../scoring/score.ts';
import type { Scoring } from '../scoring/scoring.ts';
import { distanceMeters } from '../signals/distance.ts';
import type { Traits } from '../traits/traits.ts';
import type { Verdict } from './assess.ts';
import { type Thresholds, tierOf } from './tiers.ts';

const STEP_METERS = 100;

/** What a lost and a found post are worth to their people; null where that is nothing. */
export function assess(lost: Traits, found: Traits, scoring: Scoring, thresholds: Thresholds): Verdict {
  const { weight, probability, reasons } = score(lost, found, scoring);
  const tier = tierOf(probability, thresholds);
  if (tier === null) return null;
  return {
    weight,
    probability,
    tier,
    modelVersion: scoring.model.version,
    reasons: reasons
      .map(({ signal, level, words, weight: bits }) => ({ signal, level, words, weight: bits }))
      .toSorted((a, b) => Math.abs(b.weight) - Math.abs(a.weight)),
    distanceMeters: Math.round(distanceMeters(lost, found) / STEP_METERS) * STEP_METERS,
  };
}
