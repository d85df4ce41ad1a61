import type { AnalysisLevel } from './analysis.ts';

const LEAST: ReadonlyArray<readonly [AnalysisLevel, number]> = [
  ['auto', 0.85],
  ['suggest', 0.7],
  ['review', 0.5],
];

export interface Doubts {
  /** The photos speak for more than one category. */
  readonly isDisputed: boolean;
  /** Somebody has to look at it before others see it. */
  readonly isSensitive: boolean;
  /** There is a value to decide on; colors and words alone nobody has to look at. */
  readonly hasProposal: boolean;
}

/** How far suggestions may go by themselves. */
export function levelOf(confidence: number, { isDisputed, isSensitive, hasProposal }: Doubts): AnalysisLevel {
  if (isSensitive) return 'review';
  const level = LEAST.find(([, least]) => confidence >= least)?.[0] ?? 'none';
  if (level === 'review' && !hasProposal) return 'none';
  return level === 'auto' && isDisputed ? 'suggest' : level;
}
