import type { Traits } from '../traits/traits.ts';
import type { Calibration } from './match-model.ts';
import { priorOf } from './prior.ts';
import type { Reason } from './reason.ts';
import type { Scoring } from './scoring.ts';
import { weightOf } from './weight.ts';

export interface Scored {
  /** Sum of the reasons, in bits. */
  readonly weight: number;
  readonly probability: number;
  /** The prior first, then one per signal that had something to say, in the order of the signals. */
  readonly reasons: readonly Reason[];
}

/** Pure: the same two items under the same scoring are always scored the same. */
export function score(lost: Traits, found: Traits, { signals, model, frequencies, terms }: Scoring): Scored {
  const prior = priorOf(lost, model.prior, frequencies);
  const reasons = [prior];
  let weight = prior.weight;
  for (const { name, compare } of signals) {
    const learnt = model.signals[name];
    const evidence = learnt === undefined ? null : compare(lost, found, terms);
    if (learnt === undefined || evidence === null) continue;
    const bits = weightOf(evidence, learnt);
    weight += bits;
    reasons.push({ signal: name, level: evidence.level, words: evidence.words, weight: bits });
  }
  return { weight, probability: probabilityOf(weight, model.calibration), reasons };
}

/** Never 0 or 1: nothing is certain. */
export function probabilityOf(weight: number, { slope, shift }: Calibration): number {
  return 1 / (1 + 2 ** -Math.max(-40, Math.min(40, slope * weight + shift)));
}
