import { areCandidates } from '../../src/domain/blocking/are-candidates.ts';
import { blockOf } from '../../src/domain/blocking/block.ts';
import type { CategoryTable } from '../../src/domain/blocking/categories.ts';
import type { Scoring } from '../../src/domain/scoring/scoring.ts';
import { type ComparedPair, comparePair, type Side } from './compared-pair.ts';

/** The ids of what was found, by the id of what was lost. */
export type Truth = ReadonlyMap<string, ReadonlySet<string>>;

/** So many lost items are enough to learn from; all that was found stands against them. */
const MOST_LOST = 3_000;

/** Each lost item with all that the search would bring up for it, compared. */
export function* candidatePairs(
  sides: readonly Side[],
  truth: Truth | null,
  scoring: Scoring,
  categories: CategoryTable,
): Generator<ComparedPair> {
  const blocked = sides.map((side) => ({ side, block: blockOf(side.traits) }));
  const found = blocked.filter(({ block }) => block.kind === 'found');
  for (const lost of blocked.filter(({ block }) => block.kind === 'lost').slice(0, MOST_LOST)) {
    for (const candidate of found) {
      if (!areCandidates(lost.block, candidate.block, categories)) continue;
      const isMatch = truth === null ? null : (truth.get(lost.side.id)?.has(candidate.side.id) ?? false);
      yield comparePair(lost.side, candidate.side, isMatch, scoring);
    }
  }
}
