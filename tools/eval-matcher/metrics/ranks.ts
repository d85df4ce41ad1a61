import type { Scored } from '../data/candidate.ts';

/** The rank of the true find of each lost post that has one among its candidates; what is level with it stands before it. */
export function ranksOf(scored: readonly Scored[]): Map<string, number> {
  const ranks = new Map<string, number>();
  for (const [lostId, candidates] of Map.groupBy(scored, (one) => one.lostId)) {
    const best = Math.max(-Infinity, ...candidates.filter(({ isTrue }) => isTrue).map(({ score }) => score));
    if (best === -Infinity) continue;
    ranks.set(lostId, 1 + candidates.filter(({ isTrue, score }) => !isTrue && score >= best).length);
  }
  return ranks;
}

/** Share of the lost posts whose find is among the first k; one that is no candidate is not. */
export function recallAt(most: number, lostIds: Iterable<string>, ranks: ReadonlyMap<string, number>): number {
  let [asked, met] = [0, 0];
  for (const id of lostIds) {
    asked += 1;
    if ((ranks.get(id) ?? Infinity) <= most) met += 1;
  }
  return asked === 0 ? 0 : met / asked;
}
