import type { Report } from './report.ts';

export interface Check {
  readonly name: string;
  readonly pass: boolean;
  readonly note: string;
}

/** A baseline that was run must be beaten by so much. */
const AHEAD = 0.05;

/** What is promised of the test split, figure by figure. */
export function boundsOn(report: Report): Check[] {
  const { baselines, byLanguage, byCategory, calibrationError: error } = report;
  return [
    atLeast('pairs completeness', report.pairsCompleteness, 0.98),
    atLeast('recall at 1', report.recallAt1, 0.8),
    atLeast('recall at 10', report.recallAt10, 0.95),
    atLeast('precision from 0.85 on', report.precisionAt85, 0.95),
    atLeast('recall from 0.85 on', report.recallAt85, 0.6),
    { name: 'calibration error', pass: error <= 0.05, note: `${error}, at most 0.05` },
    ...Object.entries({ ...byLanguage, ...byCategory }).map(([group, { recallAt10 }]) =>
      atLeast(`recall at 10 of ${group}`, recallAt10, 0.85),
    ),
    ...Object.entries(baselines).map(([name, { f1, notRun = '' }]) =>
      f1 === null
        ? { name: `F1 against ${name}`, pass: false, note: `not run: ${notRun}` }
        : atLeast(`F1 against ${name}`, report.f1, f1 + AHEAD),
    ),
  ];
}

function atLeast(name: string, figure: number, least: number): Check {
  return { name, pass: figure >= least, note: `${figure.toFixed(4)}, at least ${least.toFixed(4)}` };
}
