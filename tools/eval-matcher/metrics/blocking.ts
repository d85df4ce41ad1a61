import type { DataSet } from '../data/data-set.ts';

export interface Blocking {
  readonly pairsCompleteness: number;
  readonly reductionRatio: number;
}

export function blockingOf({ posts, truth }: DataSet, candidates: number, trueCandidates: number): Blocking {
  let lost = 0;
  for (const { kind } of posts.values()) if (kind === 'lost') lost += 1;
  const all = lost * (posts.size - lost);
  return {
    pairsCompleteness: trueCandidates / pairsIn(truth),
    reductionRatio: all === 0 ? 0 : 1 - candidates / all,
  };
}

export function pairsIn(truth: DataSet['truth']): number {
  return [...truth.values()].reduce((sum, { size }) => sum + size, 0);
}
