import type { LevelModel, SignalModel } from '../../../src/domain/scoring/match-model.ts';
import { weightOf } from '../../../src/domain/scoring/weight.ts';
import type { ComparedPair } from '../compared-pair.ts';
import { levelChances, type Sureness } from './level-chances.ts';

export interface Estimate {
  readonly signals: Readonly<Record<string, SignalModel>>;
  /** Share of the pairs that are one item. */
  readonly share: number;
  readonly rounds: number;
}

const MOST_ROUNDS = 100;
const STILL = 1e-4;
const FIRST_SHARE = 0.01;

/**
 * Fellegi and Sunter without labels: what pairs are one item (from m and u), what m is (from those pairs), and again
 * until nothing moves. u does not move: nearly all candidates are other items, so chance agreement is what they all show.
 */
export function expectationMaximisation(
  pairs: readonly ComparedPair[],
  assumed: Readonly<Record<string, SignalModel['levels']>>,
): Estimate {
  const signals = Object.keys(assumed);
  const chancesBy = (sureness: Sureness) =>
    Object.fromEntries(signals.map((signal) => [signal, levelChances(pairs, signal, sureness, assumed[signal])]));
  const byChance = chancesBy(() => 0);
  let share = FIRST_SHARE;
  let current = withU(assumed, byChance);
  for (let round = 1; ; round += 1) {
    const sure = pairs.map((pair) => sureness(pair, current, share));
    const next = sure.reduce((sum, each) => sum + each, 0) / Math.max(1, pairs.length);
    const isStill = Math.abs(next - share) < STILL * share;
    share = Math.min(0.5, Math.max(1e-7, next));
    current = withU(
      chancesBy((_, at) => sure[at] ?? 0),
      byChance,
    );
    if (isStill || round === MOST_ROUNDS) return { signals: current, share, rounds: round };
  }
}

function sureness(pair: ComparedPair, signals: Estimate['signals'], share: number): number {
  let bits = Math.log2(share / (1 - share));
  for (const [signal, seen] of pair.seen) {
    const learnt = signals[signal];
    if (learnt !== undefined) bits += weightOf({ ...seen, words: '' }, learnt);
  }
  return 1 / (1 + 2 ** -bits);
}

type Chances = Readonly<Record<string, SignalModel['levels']>>;

function withU(learnt: Chances, byChance: Chances): Estimate['signals'] {
  return Object.fromEntries(
    Object.entries(byChance).map(([signal, levels]) => {
      const both = Object.entries(levels).map(([name, level]): [string, LevelModel] => [
        name,
        { ...level, m: learnt[signal]?.[name]?.m ?? level.u },
      ]);
      return [signal, { trust: 1, levels: Object.fromEntries(both) }];
    }),
  );
}
