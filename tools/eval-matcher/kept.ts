import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { z } from 'zod';
import type { Thresholds } from './thresholds.ts';

const THRESHOLDS = new URL('kept/thresholds.json', import.meta.url);
const SPLINK = new URL('kept/splink.json', import.meta.url);

/** What was learnt on the validation split of the data set with seed 1, for data that have none. */
export interface Kept {
  readonly thresholds: Thresholds;
  readonly splink: string | undefined;
}

export function readKept(): Kept {
  return {
    thresholds: z.record(z.string(), z.number()).parse(JSON.parse(readFileSync(THRESHOLDS, 'utf8'))),
    splink: existsSync(SPLINK) ? readFileSync(SPLINK, 'utf8') : undefined,
  };
}

export function keep({ thresholds, splink }: Kept): void {
  writeFileSync(THRESHOLDS, `${JSON.stringify(thresholds, null, 2)}\n`);
  if (splink !== undefined) writeFileSync(SPLINK, splink);
}
