import { readFileSync } from 'node:fs';
import { z } from 'zod';
import { bestThreshold } from './metrics/decisions.ts';
import type { AllScored } from './scorers.ts';

/** From which score on each scorer says that two posts are one item. */
export type Thresholds = Readonly<Record<string, number>>;

const FILE = new URL('thresholds.json', import.meta.url);

/** Those that were best on the validation split of the data set with seed 1, for data without such a split. */
export function keptThresholds(): Thresholds {
  return z.record(z.string(), z.number()).parse(JSON.parse(readFileSync(FILE, 'utf8')));
}

export function chooseThresholds(all: AllScored, truePairs: number): Thresholds {
  const chosen = [...all].flatMap(([name, scored]) =>
    typeof scored === 'string' ? [] : [[name, bestThreshold(scored, truePairs)] as const],
  );
  return Object.fromEntries(chosen);
}
