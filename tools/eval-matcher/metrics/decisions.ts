import type { Scored } from '../data/candidate.ts';

export interface Decisions {
  readonly precision: number;
  readonly recall: number;
  readonly f1: number;
  readonly wrong: number;
}

/** All candidates from a score on are said to be pairs. Recall counts what blocking lost, too. */
export function decisionsAt(threshold: number, scored: readonly Scored[], truePairs: number): Decisions {
  let [right, wrong] = [0, 0];
  for (const { score, isTrue } of scored) {
    if (score < threshold) continue;
    if (isTrue) right += 1;
    else wrong += 1;
  }
  return decisionsOf(right, wrong, truePairs);
}

/** The score from which on F1 is best; of several the highest. */
export function bestThreshold(scored: readonly Scored[], truePairs: number): number {
  const ordered = scored.toSorted((a, b) => b.score - a.score);
  let best = { threshold: Infinity, f1: 0 };
  let [right, wrong] = [0, 0];
  for (const [index, { score, isTrue }] of ordered.entries()) {
    if (isTrue) right += 1;
    else wrong += 1;
    // In the middle of equals nobody can draw a line.
    if (ordered[index + 1]?.score === score) continue;
    const { f1 } = decisionsOf(right, wrong, truePairs);
    if (f1 > best.f1) best = { threshold: score, f1 };
  }
  return best.threshold;
}

function decisionsOf(right: number, wrong: number, truePairs: number): Decisions {
  const said = right + wrong;
  // Who says nothing says nothing wrong.
  const precision = said === 0 ? 1 : right / said;
  const recall = truePairs === 0 ? 0 : right / truePairs;
  const sum = precision + recall;
  return { precision, recall, f1: right === 0 ? 0 : (2 * precision * recall) / sum, wrong };
}
