import type { MatchModel, SignalModel } from '../../src/domain/scoring/match-model.ts';
import { STRENGTH_ORDER } from '../../src/domain/signals/strength.ts';
import { SIGNAL_NAMES } from '../../src/domain/signals/all-signals.ts';
import type { ComparedPair } from './compared-pair.ts';
import { calibrate } from './estimate/calibrate.ts';
import { expectationMaximisation } from './estimate/em.ts';
import { type Assumed, levelChances } from './estimate/level-chances.ts';
import { inOrder } from './estimate/monotone.ts';
import { type Learnt, learnTrust } from './estimate/trust.ts';

const BY_STRENGTH = ['text', 'marks', 'tags', 'writing'];

export type AssumedSignals = Readonly<Record<string, Assumed>>;

export type Trained = Learnt & Pick<MatchModel, 'calibration'>;

/** m and u by counting on the one half, trust and calibration on the other, which the counts have not seen. */
export function trainWithLabels(
  training: readonly ComparedPair[],
  validation: readonly ComparedPair[],
  assumed: AssumedSignals,
): Trained {
  const isMatch = (pair: ComparedPair) => (pair.isMatch === true ? 1 : 0);
  const counted = SIGNAL_NAMES.map((name) => [name, levelChances(training, name, isMatch, assumed[name])] as const);
  const signals = Object.fromEntries(
    counted.map(([name, levels]): [string, SignalModel] => [name, ordered(name, levels)]),
  );
  const learnt = learnTrust(validation, signals);
  return { ...learnt, calibration: calibrate(validation, learnt) };
}

/** Without labels every signal is trusted alike: that words come together nobody can tell. */
export function trainWithoutLabels(pairs: readonly ComparedPair[], assumed: AssumedSignals): Trained {
  const { signals, share } = expectationMaximisation(pairs, assumed);
  const crowd = pairs.reduce((sum, pair) => sum + pair.crowd, 0) / Math.max(1, pairs.length);
  return {
    signals: Object.fromEntries(Object.entries(signals).map(([name, { levels }]) => [name, ordered(name, levels)])),
    prior: { alone: Math.log2(share / (1 - share)) + crowd, perDoubling: 1 },
    calibration: { slope: 1, shift: 0 },
  };
}

function ordered(name: string, levels: SignalModel['levels']): SignalModel {
  return { trust: 1, levels: BY_STRENGTH.includes(name) ? inOrder(levels, STRENGTH_ORDER) : levels };
}
