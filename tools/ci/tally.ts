/** What a runner's own report says. */
export interface Tally {
  readonly passed: number;
  readonly failed: number;
}

type Reader = (text: string) => Tally;

/** One reader per step; a step without one (install) counts by its exit code alone. */
export const READERS: Readonly<Record<string, Reader>> = {
  verify: (text) => {
    const { passed, failed } = JSON.parse(text) as Tally;
    return { passed, failed };
  },
  test: jest,
  kafka: jest,
  pubsub: jest,
  bench: rows,
  'eval-media': rows,
  smoke: checks,
  fuzz: checks,
  'eval-matcher': checks,
};

interface Verdict {
  readonly pass: boolean;
}

/** One JSON object per line, among what npm says. */
function rows(text: string): Tally {
  return count(
    text
      .split('\n')
      .filter((line) => line.startsWith('{'))
      .map((line) => JSON.parse(line) as Verdict),
  );
}

function checks(text: string): Tally {
  return count((JSON.parse(text) as { checks: Verdict[] }).checks);
}

/** A suite that could not run has failed, and so has a test that was skipped. */
function jest(text: string): Tally {
  const report = JSON.parse(text) as Record<string, number>;
  const failed = ['numFailedTests', 'numRuntimeErrorTestSuites', 'numPendingTests', 'numTodoTests'];
  return {
    passed: report['numPassedTests'] ?? 0,
    failed: failed.reduce((all, key) => all + (report[key] ?? 0), 0),
  };
}

function count(verdicts: readonly Verdict[]): Tally {
  const passed = verdicts.filter(({ pass }) => pass).length;
  return { passed, failed: verdicts.length - passed };
}

export interface Step {
  readonly name: string;
  readonly code: number;
  /** The text of the step's report; undefined when it wrote none. */
  readonly report: string | undefined;
  /** What else is to be said of it. */
  readonly note?: string;
}

export interface StepTally extends Tally {
  readonly name: string;
  readonly note: string;
}

/** A step that ended badly, wrote no report or ran nothing has failed, whatever its report says. */
export function tallyStep({ name, code, report, note = '' }: Step): StepTally {
  const read = READERS[name];
  if (read === undefined) return { name, passed: code === 0 ? 1 : 0, failed: code === 0 ? 0 : 1, note: '' };
  if (report === undefined) return { name, passed: 0, failed: 1, note: 'wrote no report' };
  const tally = readOrUndefined(read, report);
  if (tally === undefined) return { name, passed: 0, failed: 1, note: 'its report cannot be read' };
  if (tally.passed + tally.failed === 0) return { name, passed: 0, failed: 1, note: 'nothing ran' };
  if (code !== 0 && tally.failed === 0) return { name, ...tally, failed: 1, note: `ended with ${code}` };
  return { name, ...tally, note };
}

function readOrUndefined(read: Reader, text: string): Tally | undefined {
  try {
    const tally = read(text);
    return Number.isInteger(tally.passed) && Number.isInteger(tally.failed) ? tally : undefined;
  } catch {
    return undefined;
  }
}

export function sum(tallies: readonly Tally[]): Tally {
  return tallies.reduce((all, one) => ({ passed: all.passed + one.passed, failed: all.failed + one.failed }), {
    passed: 0,
    failed: 0,
  });
}
