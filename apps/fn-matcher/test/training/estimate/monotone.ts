import type { LevelModel, SignalModel } from '../../../src/domain/scoring/match-model.ts';

/**
 * Levels that go from against to for may not weigh otherwise: neighbours in the wrong order are pooled, in proportion to
 * how much was seen of them.
 */
export function inOrder(levels: SignalModel['levels'], order: readonly string[]): SignalModel['levels'] {
  const pools: { names: string[]; m: number; u: number }[] = [];
  for (const name of order) {
    const level = levels[name];
    if (level === undefined) continue;
    pools.push({ names: [name], m: level.m, u: level.u });
    for (let last = pools.at(-1), before = pools.at(-2); last && before; last = pools.at(-1), before = pools.at(-2)) {
      if (before.m / before.u <= last.m / last.u) break;
      pools.splice(-2, 2, { names: [...before.names, ...last.names], m: before.m + last.m, u: before.u + last.u });
    }
  }
  const pooled = pools.flatMap(({ names, m, u }) =>
    names.map((name): [string, LevelModel] => [name, { ...levels[name], m: m / names.length, u: u / names.length }]),
  );
  return { ...levels, ...Object.fromEntries(pooled) };
}
