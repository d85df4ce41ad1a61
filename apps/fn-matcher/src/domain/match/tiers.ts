import type { MatchTier } from './match.ts';

/** From which calibrated probability on. What is below `review` is dropped. */
export interface Thresholds {
  readonly notify: number;
  readonly show: number;
  readonly review: number;
}

export function tierOf(probability: number, { notify, show, review }: Thresholds): MatchTier | null {
  if (probability >= notify) return 'notify';
  if (probability >= show) return 'show';
  return probability >= review ? 'review' : null;
}
