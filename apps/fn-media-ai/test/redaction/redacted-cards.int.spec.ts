import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { describe, expect, it } from '@jest/globals';
import type { Findings } from './find-leaks.ts';

const THINGS = 200;
/** Of each photo. */
const FORMS = 2;
const PROCESSES = 2;
const MINUTES_ALLOWED = 15;

/** In processes of their own, as readers are, so that every core takes its part. */
async function findLeaks(first: number): Promise<Findings> {
  const at = (path: string): string => fileURLToPath(new URL(path, import.meta.url));
  const runtime = new URL('../../../../tools/runtime/register.mjs', import.meta.url).href;
  const args = ['--import', runtime, at('./find-leaks.ts'), String(first), String(PROCESSES), String(THINGS)];
  const { stdout } = await promisify(execFile)(process.execPath, args, { timeout: MINUTES_ALLOWED * 60_000 });
  return JSON.parse(stdout) as Findings;
}

describe(`the public forms of ${THINGS} photos of cards and papers`, () => {
  it(
    'have nothing personal that our own reader makes out, at any scale or contrast, while it did before',
    async () => {
      const findings = await Promise.all(Array.from({ length: PROCESSES }, (_, first) => findLeaks(first)));
      expect(findings.flatMap(({ leaks }) => leaks)).toEqual([]);
      const sum = (key: 'things' | 'words' | 'readableBefore' | 'looks') =>
        findings.reduce((total, one) => total + one[key], 0);
      expect(sum('things')).toBe(THINGS);
      expect(sum('looks')).toBeGreaterThanOrEqual(THINGS * FORMS * 4);
      expect(sum('readableBefore') / sum('words')).toBeGreaterThan(0.85);
    },
    MINUTES_ALLOWED * 60_000,
  );
});
