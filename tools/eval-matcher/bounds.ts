import type { Report } from './report.ts';

/** What is promised on the test split; F1 against each baseline that was run. */
export function missed(report: Report): string[] {
  const floors: ReadonlyArray<readonly [string, number, number]> = [
    ['pairsCompleteness', report.pairsCompleteness, 0.98],
    ['recallAt1', report.recallAt1, 0.8],
    ['recallAt10', report.recallAt10, 0.95],
    ['precisionAt85', report.precisionAt85, 0.95],
    ['recallAt85', report.recallAt85, 0.6],
    ['1 - calibrationError', 1 - report.calibrationError, 0.95],
    ...Object.entries({ ...report.byLanguage, ...report.byCategory }).map(
      ([group, { recallAt10 }]) => [`recallAt10 of ${group}`, recallAt10, 0.85] as const,
    ),
    ...Object.entries(report.baselines).flatMap(([name, { f1 }]) =>
      f1 === null ? [] : [[`f1 against ${name}`, report.f1, f1 + 0.05] as const],
    ),
  ];
  return floors
    .filter(([, figure, least]) => figure < least)
    .map(([name, figure, least]) => `${name} is ${figure.toFixed(4)}; at least ${least.toFixed(4)}`);
}
