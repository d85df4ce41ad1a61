import type { LevelModel, SignalModel } from '../../../src/domain/scoring/match-model.ts';
import type { ComparedPair } from '../compared-pair.ts';

export type Assumed = SignalModel['levels'];

/** As many pairs as what is assumed counts for: what was never seen is not impossible. */
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
  assumed: Assumed = {},
  /** So large a part of the true pairs is taken to be as assumed, however many were seen. */
  otherwise = 0,
): SignalModel['levels'] {
  const { matched, other, rarity } = tallyOf(pairs, signal, sureness);
  const names = [...new Set([...Object.keys(assumed), ...matched.keys(), ...other.keys()])].toSorted();
  const even = 1 / names.length;
  const m = shares(names, matched, (name) => assumed[name]?.m ?? even);
  const u = shares(names, other, (name) => assumed[name]?.u ?? even);
  return Object.fromEntries(
    names.map((name, at): [string, LevelModel] => {
      const usually = assumed[name]?.m ?? m[at] ?? 0;
      const [chance, byAccident] = bounded((1 - otherwise) * (m[at] ?? 0) + otherwise * usually, u[at] ?? 0);
      const usual = rarity.get(name);
      const bits = usual === undefined ? assumed[name]?.rarity : usual.sum / usual.count;
      return [name, { m: chance, u: byAccident, ...(bits !== undefined && { rarity: bits }) }];
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

function shares(
  names: readonly string[],
  counts: ReadonlyMap<string, number>,
  assumed: (name: string) => number,
): number[] {
  const total = names.reduce((sum, name) => sum + (counts.get(name) ?? 0), 0);
  return names.map((name) => ((counts.get(name) ?? 0) + IMAGINED * assumed(name)) / (total + IMAGINED));
}

function bounded(m: number, u: number): [number, number] {
  const most = 2 ** MOST_BITS;
  return [Math.max(m, u / most), Math.max(u, m / most)];
}
