import { resolve } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { joinSecondRuns } from './second-runs.ts';
import { filesToRunAgain } from './spec-report.ts';
import { tallyStep } from './tally.ts';

/** A file, and what became of its tests: 'a' passed, '!a' failed, '?a' was skipped. */
type Outcome = readonly [file: string, ...tests: string[]];

const STATUS: Readonly<Record<string, string>> = { '!': 'failed', '?': 'pending' };

function report(...files: readonly Outcome[]) {
  const testResults = files.map(([file, ...tests]) => {
    const results = tests.map((test) => ({
      fullName: test.replace(/^[!?]/, ''),
      status: STATUS[test.charAt(0)] ?? 'passed',
    }));
    const failed = tests.length === 0 || results.some(({ status }) => status === 'failed');
    return { name: resolve(file), status: failed ? 'failed' : 'passed', assertionResults: results };
  });
  const count = (status: string) =>
    testResults.flatMap((file) => file.assertionResults).filter((test) => test.status === status).length;
  const numRuntimeErrorTestSuites = files.filter(([, ...tests]) => tests.length === 0).length;
  return {
    numPassedTests: count('passed'),
    numFailedTests: count('failed'),
    numPendingTests: count('pending'),
    numRuntimeErrorTestSuites,
    testResults,
  };
}

const first = report(['libs/a.spec.ts', 'a one', '!a two', '!a three'], ['libs/b.spec.ts', 'b one']);
const mended = report(['libs/a.spec.ts', 'a one', 'a two', 'a three']);

interface Run {
  readonly code?: number;
  readonly report: object | string;
}

function tally(before: Run, again?: Run) {
  const step = (name: string, { code = 1, report: text }: Run) => {
    return { name, code, report: typeof text === 'string' ? text : JSON.stringify(text) };
  };
  const steps = [step('test', before), ...(again ? [step('test-again', { code: 0, ...again })] : [])];
  return joinSecondRuns(steps).map(tallyStep);
}

describe('a second run of the spec files that failed', () => {
  it('counts what passed then as passed, and names each unsteady file with what failed in it first', () => {
    expect(tally({ report: first }, { report: mended })).toEqual([
      { name: 'test', passed: 4, failed: 0, note: 'unsteady: libs/a.spec.ts: a two' },
    ]);
  });

  it('mends a file that could not even be run', () => {
    const before = report(['libs/a.spec.ts'], ['libs/b.spec.ts', 'b one', '!b two']);
    const again = report(['libs/b.spec.ts', 'b one', 'b two'], ['libs/a.spec.ts', 'a one']);
    const note = 'unsteady: libs/a.spec.ts: the file could not be run to its end; libs/b.spec.ts: b two';
    expect(tally({ report: before }, { report: again })).toEqual([{ name: 'test', passed: 3, failed: 0, note }]);
  });

  it.each<[string, Run, Run]>([
    [
      'fails once more',
      { report: first },
      { report: report(['libs/a.spec.ts', 'a one', '!a two', 'a three']), code: 1 },
    ],
    [
      'fails by its report only',
      { report: first },
      { report: report(['libs/a.spec.ts', 'a one', '!a two', 'a three']) },
    ],
    ['fails by its exit code only', { report: first }, { report: mended, code: 1 }],
    [
      'fails elsewhere in the file',
      { report: first },
      { report: report(['libs/a.spec.ts', '!a one', 'a two', 'a three']) },
    ],
    ['leaves a test out', { report: first }, { report: report(['libs/a.spec.ts', 'a one', 'a two']) }],
    ['skips a test', { report: first }, { report: report(['libs/a.spec.ts', 'a one', 'a two', '?a three']) }],
    ['ran another file', { report: first }, { report: report(['libs/b.spec.ts', 'b one']) }],
    ['wrote no report', { report: first }, { report: '' }],
    ['follows a run that was ended by its time', { report: first, code: 124 }, { report: mended }],
  ])('mends nothing when it %s', (_what, before, again) => {
    expect(tally(before, again)).toMatchObject([{ passed: 2, failed: 2, note: expect.stringContaining('once more') }]);
  });

  it('takes away no failure outside the files that ran again', () => {
    const before = report(['libs/a.spec.ts', '!a one'], ['libs/b.spec.ts', 'b one', '?b two']);
    expect(tally({ report: before }, { report: report(['libs/a.spec.ts', 'a one']) })).toMatchObject([
      { passed: 2, failed: 1 },
    ]);
  });

  it('is for three files at most', () => {
    const files = ['a', 'b', 'c', 'd'].map((name) => `libs/${name}.spec.ts`);
    const before = (count: number) =>
      report(['libs/e.spec.ts', 'e'], ...files.slice(0, count).map((file): Outcome => [file, '!one']));
    const after = (count: number) => report(...files.slice(0, count).map((file): Outcome => [file, 'one']));
    expect([filesToRunAgain(before(3)), filesToRunAgain(before(4)), filesToRunAgain(before(0))]).toEqual([
      files.slice(0, 3),
      [],
      [],
    ]);
    expect(tally({ report: before(3) }, { report: after(3) })).toMatchObject([{ passed: 4, failed: 0 }]);
    expect(tally({ report: before(4) }, { report: after(4) })).toMatchObject([{ passed: 1, failed: 4 }]);
  });

  it('leaves a step alone that had none', () => {
    expect(tally({ report: first })).toEqual([{ name: 'test', passed: 2, failed: 2, note: '' }]);
  });
});
