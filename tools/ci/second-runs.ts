import { mergeRuns, type MergedRuns, type SpecReport } from './spec-report.ts';
import type { Step } from './tally.ts';

const AGAIN = '-again';

/** Puts what a second run of failed specs mended into the step it belongs to. What it did not mend has failed. */
export function joinSecondRuns(steps: readonly Step[]): Step[] {
  return steps
    .filter(({ name }) => !name.endsWith(AGAIN))
    .map((step) => {
      const again = steps.find(({ name }) => name === `${step.name}${AGAIN}`);
      return again === undefined ? step : joined(step, again);
    });
}

function joined(step: Step, again: Step): Step {
  const runs = mergedOrUndefined(step, again);
  if (runs === undefined) return { ...step, note: 'its failed files ran once more, and not all passed' };
  const report = JSON.stringify({ numPassedTests: runs.passed, numFailedTests: runs.failed });
  return { ...step, code: again.code, report, note: `unsteady: ${runs.unsteady.join('; ')}` };
}

/** Specs that failed end a run with 1; a run that ended with anything else was ended by something else. */
function mergedOrUndefined(step: Step, again: Step): MergedRuns | undefined {
  if (step.code !== 1 || again.code !== 0) return undefined;
  try {
    return mergeRuns(JSON.parse(step.report ?? '') as SpecReport, JSON.parse(again.report ?? '') as SpecReport);
  } catch {
    return undefined;
  }
}
