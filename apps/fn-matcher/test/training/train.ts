import type { MatchModel, SignalModel } from '../../src/domain/scoring/match-model.ts';
import { STRENGTH_ORDER } from '../../src/domain/signals/strength.ts';
import { SIGNAL_NAMES } from '../../src/domain/signals/all-signals.ts';
import type { ComparedPair } from './compared-pair.ts';
import { calibrate } from './estimate/calibrate.ts';
import { besideOf, learnContention } from './estimate/learn-contention.ts';
import { expectationMaximisation } from './estimate/em.ts';
import { type Assumed, levelChances } from './estimate/level-chances.ts';
import { inOrder } from './estimate/monotone.ts';
import { nudged } from './estimate/nudge.ts';
import type { Learnt } from './estimate/learnt.ts';
import { learnTrust } from './estimate/trust.ts';

const BY_STRENGTH = ['text', 'marks', 'tags', 'writing'];

export type AssumedSignals = Readonly<Record<string, Assumed>>;

/** Other houses are not like the one that was learnt from. */
const OTHERWISE = 0.2;
/** Who stands beside whom depends on the trust, and the trust on who stands beside whom. */
const ROUNDS = 4;

export type Trained = Learnt & Pick<MatchModel, 'calibration' | 'contention'>;

/** m and u by counting on the one half, trust and calibration on the other, which the counts have not seen. */
export function trainWithLabels(
  training: readonly ComparedPair[],
  validation: readonly ComparedPair[],
  assumed: AssumedSignals,
): Trained {
  const isMatch = (pair: ComparedPair) => (pair.isMatch === true ? 1 : 0);
  const counted = SIGNAL_NAMES.map(
    (name) => [name, levelChances(training, name, isMatch, assumed[name], OTHERWISE)] as const,
  );
  const signals = Object.fromEntries(
    counted.map(([name, levels]): [string, SignalModel] => [name, ordered(name, levels)]),
  );
  let learnt = learnTrust(validation, signals);
  for (let round = 0; round < ROUNDS; round += 1)
    learnt = learnTrust(validation, signals, besideOf(validation, learnt));
  learnt = nudged(validation, { learnt, contention: learnContention(validation, learnt) }, BY_STRENGTH);
  return {
    ...learnt,
    calibration: calibrate(validation, learnt),
    contention: learnContention(validation, learnt),
  };
}

/** Without labels every signal is trusted alike: that words come together nobody can tell. */
export function trainWithoutLabels(pairs: readonly ComparedPair[], assumed: AssumedSignals): Trained {
  const { signals, share } = expectationMaximisation(pairs, assumed);
  const crowd = pairs.reduce((sum, pair) => sum + pair.crowd, 0) / Math.max(1, pairs.length);
  return {
    signals: Object.fromEntries(Object.entries(signals).map(([name, { levels }]) => [name, ordered(name, levels)])),
    prior: { alone: Math.log2(share / (1 - share)) + crowd, perDoubling: 1 },
    calibration: { slope: 1, shift: 0 },
    contention: { ofLost: 1, ofFound: 1, slope: 1, shift: 1 },
  };
}

function ordered(name: string, levels: SignalModel['levels']): SignalModel {
  return { trust: 1, levels: BY_STRENGTH.includes(name) ? inOrder(levels, STRENGTH_ORDER) : levels };
}
