import { probabilityOf } from '../../../src/domain/scoring/score.ts';
import type { Calibration, MatchModel } from '../../../src/domain/scoring/match-model.ts';
import { weightOf } from '../../../src/domain/scoring/weight.ts';
import type { ComparedPair } from '../compared-pair.ts';
import { logisticRegression } from './logistic.ts';

const UNCALIBRATED: Calibration = { slope: 1, shift: 0 };
/** What people get to see: easy negatives would flatter it. */
const BEST = 5;
const LEAST_PROBABILITY = 0.01;
const FIRMNESS = 50;

/** Platt: what share of the best candidates at each weight is the one. */
export function calibrate(pairs: readonly ComparedPair[], model: Pick<MatchModel, 'prior' | 'signals'>): Calibration {
  const weighed = pairs.map((pair) => ({ ...pair, weight: totalOf(pair, model) }));
  const shown = [...Map.groupBy(weighed, ({ lostId }) => lostId).values()]
    .flatMap((candidates) => candidates.toSorted((a, b) => b.weight - a.weight).slice(0, BEST))
    .filter(({ weight }) => probabilityOf(weight, UNCALIBRATED) >= LEAST_PROBABILITY);
  const examples = shown.map(({ weight, isMatch }) => ({ features: [weight, 1], isMatch: isMatch === true }));
  const [slope = Math.LN2, shift = 0] = logisticRegression(examples, {
    towards: [Math.LN2, 0],
    strength: [FIRMNESS, 1],
  });
  return { slope: Math.max(0.1, slope / Math.LN2), shift: shift / Math.LN2 };
}

export function totalOf(
  { seen, crowd }: ComparedPair,
  { prior, signals }: Pick<MatchModel, 'prior' | 'signals'>,
): number {
  let weight = prior.alone - prior.perDoubling * crowd;
  for (const [signal, evidence] of seen) {
    const learnt = signals[signal];
    if (learnt !== undefined) weight += weightOf({ ...evidence, words: '' }, learnt);
  }
  return weight;
}
