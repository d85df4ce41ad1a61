import { describe, expect, it } from '@jest/globals';
import { sum, tallyStep } from './tally.ts';

const tally = (name: string, report: unknown, code = 0) =>
  tallyStep({ name, code, report: typeof report === 'string' ? report : JSON.stringify(report) });

describe('the verdict over all steps', () => {
  it("adds up the runners' own reports", () => {
    const steps = [
      tally('install', ''),
      tally('verify', { passed: 17, failed: 1, notRun: 1, checks: [] }, 1),
      tally('test', { numPassedTests: 300, numFailedTests: 2, numRuntimeErrorTestSuites: 1 }, 1),
      tally('kafka', { numPassedTests: 40, numFailedTests: 0, numPendingTests: 1 }, 0),
      tally('pubsub', { numPassedTests: 20, numFailedTests: 1, numTodoTests: 1 }, 1),
      tally('bench', '{"row":"codec","pass":true}\n{"row":"relay","pass":false}\n', 1),
      tally('smoke', { checks: [{ name: 'a', pass: true }] }),
      tally('fuzz', { checks: [{ pass: true }, { pass: false }] }, 1),
    ];
    expect(sum(steps)).toEqual({ passed: 1 + 17 + 300 + 40 + 20 + 1 + 1 + 1, failed: 1 + 3 + 1 + 2 + 1 + 1 });
  });

  it('counts a check that was not run neither as passed nor as failed', () => {
    expect(tally('verify', { passed: 2, failed: 0, notRun: 1 })).toMatchObject({ passed: 2, failed: 0 });
  });

  it.each([
    ['wrote no report', tallyStep({ name: 'test', code: 0, report: undefined })],
    ['its report cannot be read', tally('test', '{"numPassed', 0)],
    ['its report cannot be read', tally('verify', '{}', 0)],
    ['nothing ran', tally('test', { numPassedTests: 0 })],
    ['nothing ran', tally('bench', 'npm warn something\n')],
    ['ended with 124', tally('smoke', { checks: [{ pass: true }] }, 124)],
  ])('fails a step that %s', (note, step) => {
    expect([step.failed, step.note]).toEqual([1, note]);
  });

  it.each(['kafka', 'pubsub'])('fails the %s step when its broker could not be started', (name) => {
    expect(tallyStep({ name, code: 69, report: undefined })).toMatchObject({ passed: 0, failed: 1 });
  });

  it('fails an install that failed', () => {
    expect(tally('install', '', 1)).toMatchObject({ passed: 0, failed: 1 });
  });
});
