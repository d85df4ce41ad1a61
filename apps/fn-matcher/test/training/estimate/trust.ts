import type { MatchModel, SignalModel } from '../../../src/domain/scoring/match-model.ts';
import { weightOf } from '../../../src/domain/scoring/weight.ts';
import type { ComparedPair } from '../compared-pair.ts';
import { type Beside, NOBODY_BESIDE } from './learn-contention.ts';
import type { Learnt } from './learnt.ts';
import { type Example, logisticRegression, type Pull } from './logistic.ts';

/** A bit is ln 2 nats. */
const BIT = Math.LN2;
/** As many examples as it takes to move a signal half way from full trust. */
const FIRMNESS = 30;
const LEAST_TRUST = 0.05;
const MOST_TRUST = 1;
/** Of the rivals and of the other candidates. */
const MOST_TAKEN = 3;
/** Holds a coefficient where it is. */
const FIXED = 1e9;

/** How much each signal adds to the others, and what is to be expected before any of them speaks. */
export function learnTrust(
  pairs: readonly ComparedPair[],
  signals: MatchModel['signals'],
  beside: Beside = NOBODY_BESIDE,
): Learnt {
  const names = Object.keys(signals);
  const examples = pairs.map((pair, at) => {
    const others = [-(beside.ofLost[at] ?? 0), -(beside.ofFound[at] ?? 0)];
    return exampleOf(pair, others, { names, signals });
  });
  let pull: Pull = {
    towards: [-3 * BIT, 0.5 * BIT, BIT, BIT, ...names.map(() => BIT)],
    strength: [0.01, FIRMNESS, FIRMNESS, FIRMNESS, ...names.map(() => FIRMNESS)],
  };
  let coefficients = logisticRegression(examples, pull);
  const bounded = coefficients.map((value, at) => (at === 0 ? value : within(value / BIT, at) * BIT));
  if (bounded.some((value, at) => value !== coefficients[at])) {
    pull = {
      towards: bounded,
      strength: pull.strength.map((value, at) => (bounded[at] === coefficients[at] ? value : FIXED)),
    };
    coefficients = logisticRegression(examples, pull);
  }
  const [alone = 0, crowd = 0, , , ...trusts] = coefficients.map((value) => value / BIT);
  return {
    prior: { alone, perDoubling: crowd },
    signals: Object.fromEntries(
      names.map((name, at): [string, SignalModel] => [
        name,
        { levels: signals[name]?.levels ?? {}, trust: trusts[at] ?? 1 },
      ]),
    ),
  };
}

function within(value: number, at: number): number {
  return Math.min(at < 4 ? MOST_TAKEN : MOST_TRUST, Math.max(at < 4 ? 0 : LEAST_TRUST, value));
}

interface Counted {
  readonly names: readonly string[];
  readonly signals: MatchModel['signals'];
}

function exampleOf(
  { seen, crowd, isMatch }: ComparedPair,
  others: readonly number[],
  { names, signals }: Counted,
): Example {
  const bits = names.map((name) => {
    const [evidence, learnt] = [seen.get(name), signals[name]];
    return evidence === undefined || learnt === undefined
      ? 0
      : weightOf({ ...evidence, words: '' }, { ...learnt, trust: 1 });
  });
  return { features: [1, -crowd, ...others, ...bits], isMatch: isMatch === true };
}
