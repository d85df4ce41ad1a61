import type { LevelModel, SignalModel } from '../../../src/domain/scoring/match-model.ts';
import type { ComparedPair } from '../compared-pair.ts';

/** As many imagined pairs, spread evenly, stand beside the seen ones: what was never seen is not impossible. */
const IMAGINED = 8;
/** No single level may decide alone. */
const MOST_BITS = 9;

/** How sure it is that the pair is one item: 1 and 0 where it is known. */
export type Sureness = (pair: ComparedPair, at: number) => number;

interface Tally {
  readonly matched: Map<string, number>;
  readonly other: Map<string, number>;
  readonly rarity: Map<string, { sum: number; count: number }>;
}

/** m and u of each level of one signal. */
export function levelChances(
  pairs: readonly ComparedPair[],
  signal: string,
  sureness: Sureness,
): SignalModel['levels'] {
  const { matched, other, rarity } = tallyOf(pairs, signal, sureness);
  const names = [...new Set([...matched.keys(), ...other.keys()])].toSorted();
  const m = shares(names, matched);
  const u = shares(names, other);
  return Object.fromEntries(
    names.map((name, at): [string, LevelModel] => {
      const [chance, byAccident] = bounded(m[at] ?? 0, u[at] ?? 0);
      const usual = rarity.get(name);
      return [name, { m: chance, u: byAccident, ...(usual && { rarity: usual.sum / usual.count }) }];
    }),
  );
}

function tallyOf(pairs: readonly ComparedPair[], signal: string, sureness: Sureness): Tally {
  const tally: Tally = { matched: new Map(), other: new Map(), rarity: new Map() };
  for (const [at, pair] of pairs.entries()) {
    const seen = pair.seen.get(signal);
    if (seen === undefined) continue;
    const sure = sureness(pair, at);
    tally.matched.set(seen.level, (tally.matched.get(seen.level) ?? 0) + sure);
    tally.other.set(seen.level, (tally.other.get(seen.level) ?? 0) + 1 - sure);
    if (seen.rarity === undefined) continue;
    const usual = tally.rarity.get(seen.level) ?? { sum: 0, count: 0 };
    tally.rarity.set(seen.level, { sum: usual.sum + (1 - sure) * seen.rarity, count: usual.count + 1 - sure });
  }
  return tally;
}

function shares(names: readonly string[], counts: ReadonlyMap<string, number>): number[] {
  const total = names.reduce((sum, name) => sum + (counts.get(name) ?? 0), 0);
  return names.map((name) => ((counts.get(name) ?? 0) + IMAGINED / names.length) / (total + IMAGINED));
}

function bounded(m: number, u: number): [number, number] {
  const most = 2 ** MOST_BITS;
  return [Math.max(m, u / most), Math.max(u, m / most)];
}
