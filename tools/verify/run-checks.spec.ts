import { describe, expect, it } from '@jest/globals';
import { type Check, type CheckResult, judged, notRun } from './check.ts';
import { lineFor, totalLine, totalsOf } from './report.ts';
import { type Finished, runChecks } from './run-checks.ts';

const check = (name: string, run: () => Promise<CheckResult>): Check => ({ name, about: name, run });
const passing = check('passing', async () => judged([], 'fine'));
const failing = check('failing', async () => judged([{ rule: 'r', where: 'a.ts:1', what: 'mend it' }], '1 problem'));
const broken = check('broken', () => Promise.reject(new Error('no such program')));
const offline = check('offline', async () => notRun('no network'));

const run = (checks: readonly Check[], required: readonly string[] = []): Promise<Finished[]> =>
  runChecks(
    checks,
    { root: '/', env: {} },
    { atOnce: 2, required: new Set(required), clock: () => 0, onFinished: () => {} },
  );

describe('a run of checks', () => {
  it('runs all of them, also after a failure, and keeps their order', async () => {
    const results = await run([failing, broken, passing]);
    expect(results.map(({ name, outcome }) => [name, outcome])).toEqual([
      ['failing', 'failed'],
      ['broken', 'failed'],
      ['passing', 'passed'],
    ]);
  });

  it('counts a check that could not be asked neither as passed nor as failed', async () => {
    const totals = totalsOf(await run([passing, offline]));
    expect(totalLine(totals)).toBe('1 passed, 0 failed, 1 not run');
  });

  it('fails a check that was required and could not be asked', async () => {
    const [result] = await run([offline], ['offline']);
    expect(result?.outcome).toBe('failed');
  });

  it('shows each problem with its rule, its place and what to do', async () => {
    const [result] = await run([failing]);
    expect(result && lineFor(result)).toMatch(/^✘ failing .*failed: 1 problem\n {4}r {2}a\.ts:1\n {6}mend it$/);
  });
});
