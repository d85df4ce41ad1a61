import type { Contention, LevelModel, MatchModel, SignalModel } from '../../../src/domain/scoring/match-model.ts';
import { STRENGTH_ORDER } from '../../../src/domain/signals/strength.ts';
import type { ComparedPair } from '../compared-pair.ts';
import { totalOf } from './calibrate.ts';
import { besideOf } from './learn-contention.ts';
import { type Example, logisticRegression } from './logistic.ts';
import type { Learnt } from './learnt.ts';

/** As many examples as it takes to move a level half way. */
const FIRMNESS = 25;
const MOST_BITS = 3;

/** What single levels add to or take from trust × log2(m/u), given what the other signals say. */
export function nudged(
  pairs: readonly ComparedPair[],
  { learnt, contention }: { readonly learnt: Learnt; readonly contention: Contention },
  ordered: readonly string[],
): Learnt {
  const beside = besideOf(pairs, learnt);
  const leftOf = (pair: ComparedPair, at: number) => {
    const taken = contention.ofLost * (beside.ofLost[at] ?? 0) + contention.ofFound * (beside.ofFound[at] ?? 0);
    return contention.slope * (totalOf(pair, learnt) - taken) + contention.shift;
  };
  const places = placesOf(learnt.signals);
  const examples = pairs.map((pair, at) => exampleOf(pair, leftOf(pair, at), places));
  const levels = places.size;
  const bits = logisticRegression(examples, {
    towards: [Math.LN2, ...Array.from({ length: levels }, () => 0)],
    strength: [1e9, ...Array.from({ length: levels }, () => FIRMNESS)],
  }).map((value) => Math.max(-MOST_BITS, Math.min(MOST_BITS, value / Math.LN2)));
  const signals = Object.entries(learnt.signals).map(([name, signal]) => {
    const withNudges = Object.entries(signal.levels).map(([level, chances]): [string, LevelModel] => [
      level,
      { ...chances, nudge: bits[places.get(`${name} ${level}`) ?? 0] ?? 0 },
    ]);
    const moved = { ...signal, levels: Object.fromEntries(withNudges) };
    return [name, ordered.includes(name) ? rising(moved) : moved] as const;
  });
  return { prior: learnt.prior, signals: Object.fromEntries(signals) };
}

/** Place 0 is what the model says already. */
function placesOf(signals: MatchModel['signals']): Map<string, number> {
  const names = Object.entries(signals).flatMap(([name, { levels }]) =>
    Object.keys(levels).map((level) => `${name} ${level}`),
  );
  return new Map(names.map((name, at) => [name, at + 1]));
}

function exampleOf(pair: ComparedPair, left: number, places: ReadonlyMap<string, number>): Example {
  const features = new Array<number>(places.size + 1).fill(0);
  features[0] = left;
  for (const [name, { level }] of pair.seen) {
    const place = places.get(`${name} ${level}`);
    if (place !== undefined) features[place] = 1;
  }
  return { features, isMatch: pair.isMatch === true };
}

/** More in common never weighs less: a level that would is lifted to the one below. */
function rising(signal: SignalModel): SignalModel {
  let least = -Infinity;
  const levels = { ...signal.levels };
  for (const name of STRENGTH_ORDER) {
    const level = levels[name];
    if (level === undefined) continue;
    const own = signal.trust * Math.log2(level.m / level.u);
    least = Math.max(least, own + (level.nudge ?? 0));
    levels[name] = { ...level, nudge: least - own };
  }
  return { ...signal, levels };
}
