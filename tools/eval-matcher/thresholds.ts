import { bestThreshold } from './metrics/decisions.ts';
import type { AllScored } from './scorers.ts';

/** From which score on each scorer says that two posts are one item. */
export type Thresholds = Readonly<Record<string, number>>;

export function chooseThresholds(all: AllScored, truePairs: number): Thresholds {
  const chosen = [...all].flatMap(([name, scored]) =>
    typeof scored === 'string' ? [] : [[name, bestThreshold(scored, truePairs)] as const],
  );
  return Object.fromEntries(chosen);
}
