import { type Baseline, isNotRun } from './baselines/baseline.ts';
import type { Scored } from './data/candidate.ts';
import type { Judged } from './pipeline/read-candidates.ts';

/** The scores of everybody who scores the same candidates, by name; a text says why there are none. */
export type AllScored = ReadonlyMap<string, readonly Scored[] | string>;

export async function scoreAll(
  judged: Judged,
  baselines: readonly Baseline[],
  say: (text: string) => void,
): Promise<AllScored> {
  const all = new Map<string, readonly Scored[] | string>([['matcher', scoredBy(judged, judged.probabilities)]]);
  for (const baseline of baselines) {
    const scores = await baseline.score(judged.candidates);
    all.set(baseline.name, isNotRun(scores) ? scores.notRun : scoredBy(judged, scores));
    say(`${baseline.name}: ${isNotRun(scores) ? `not run, ${scores.notRun}` : 'scored'}`);
  }
  return all;
}

function scoredBy({ candidates }: Judged, scores: readonly number[]): Scored[] {
  return candidates.map(({ lost, isTrue }, at) => ({ lostId: lost.id, isTrue, score: scores[at] ?? 0 }));
}
