import type { Finished } from './run-checks.ts';

const MARKS = { passed: '✔', failed: '✘', 'not run': '–' } as const;
const SHOWN = 40;

export function lineFor({ name, outcome, seconds, summary, problems }: Finished): string {
  const head = `${MARKS[outcome]} ${name.padEnd(12)} ${seconds.toFixed(1).padStart(5)} s  ${outcome === 'passed' ? '' : `${outcome}: `}${summary}`;
  const shown = problems.slice(0, SHOWN).map(({ rule, where, what }) => `    ${rule}  ${where}\n      ${what}`);
  const more = problems.length > SHOWN ? [`    … and ${problems.length - SHOWN} more (--json shows all)`] : [];
  return [head, ...shown, ...more].join('\n');
}

export interface Totals {
  readonly passed: number;
  readonly failed: number;
  readonly notRun: number;
}

export function totalsOf(results: readonly Finished[]): Totals {
  const count = (outcome: Finished['outcome']): number => results.filter((result) => result.outcome === outcome).length;
  return { passed: count('passed'), failed: count('failed'), notRun: count('not run') };
}

export function totalLine({ passed, failed, notRun }: Totals): string {
  return `${passed} passed, ${failed} failed${notRun === 0 ? '' : `, ${notRun} not run`}`;
}
