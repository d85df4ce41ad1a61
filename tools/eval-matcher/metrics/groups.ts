import type { Scored } from '../data/candidate.ts';
import type { DataSet } from '../data/data-set.ts';
import type { Post } from '../data/post.ts';
import { decisionsAt } from './decisions.ts';
import { recallAt } from './ranks.ts';

export interface Group {
  readonly lost: number;
  readonly recallAt1: number;
  readonly recallAt10: number;
  readonly precisionAt85: number;
  readonly recallAt85: number;
}

/** The same figures for each sort of lost post. */
export function groupsBy(
  keyOf: (lost: Post) => string,
  { posts, truth }: DataSet,
  scored: readonly Scored[],
  ranks: ReadonlyMap<string, number>,
): Record<string, Group> {
  const keys = new Map([...posts.values()].filter(({ kind }) => kind === 'lost').map((post) => [post.id, keyOf(post)]));
  const byKey = Map.groupBy(scored, ({ lostId }) => keys.get(lostId) ?? '');
  const paired = Map.groupBy(truth.keys(), (id) => keys.get(id) ?? '');
  const figures = [...paired].map(([key, lostIds]) => {
    const pairs = lostIds.reduce((sum, id) => sum + (truth.get(id)?.size ?? 0), 0);
    const { precision, recall } = decisionsAt(0.85, byKey.get(key) ?? [], pairs);
    return [
      key,
      {
        lost: lostIds.length,
        recallAt1: rounded(recallAt(1, lostIds, ranks)),
        recallAt10: rounded(recallAt(10, lostIds, ranks)),
        precisionAt85: rounded(precision),
        recallAt85: rounded(recall),
      },
    ] as const;
  });
  return Object.fromEntries(figures.toSorted(([a], [b]) => (a < b ? -1 : 1)));
}

export function rounded(figure: number): number {
  return Math.round(figure * 1e4) / 1e4;
}
