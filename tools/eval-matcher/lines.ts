import type { Report } from './report.ts';

/** For people. */
export function lines({ baselines, byLanguage, byCategory, details, ...figures }: Report): string {
  const row = (name: string, value: unknown) => `${name.padEnd(26)}${String(value)}`;
  const groups = Object.entries({ ...byLanguage, ...byCategory }).map(
    ([name, { lost, recallAt1, recallAt10, precisionAt85 }]) =>
      `  ${name.padEnd(14)}${String(lost).padStart(6)}  @1 ${recallAt1.toFixed(3)}  @10 ${recallAt10.toFixed(3)}  precision ${precisionAt85.toFixed(3)}`,
  );
  return [
    ...Object.entries(figures).map(([name, value]) => row(name, value)),
    ...Object.entries(baselines).map(([name, { f1, notRun }]) => row(`f1 of ${name}`, f1 ?? `not run: ${notRun}`)),
    ...groups,
    ...Object.entries(details).map(([name, value]) => row(name, Array.isArray(value) ? value.join(' … ') : value)),
  ].join('\n');
}
