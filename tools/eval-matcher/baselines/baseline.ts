import type { Candidate } from '../data/candidate.ts';

/** Another way to score the same candidates. */
export interface Baseline {
  readonly name: string;
  /** A score for each candidate, in their order; or why there is none. */
  score(candidates: readonly Candidate[]): Promise<readonly number[] | NotRun>;
}

/** Never taken for a result. */
export interface NotRun {
  readonly notRun: string;
}

export function isNotRun(result: readonly number[] | NotRun): result is NotRun {
  return 'notRun' in result;
}
