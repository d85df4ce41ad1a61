import type { Span } from '../personal-data.ts';

/** Digits without anything between them. */
export interface Group extends Span {
  readonly digits: string;
  /** What stands between the group before and this one; for the first, the signs that lead in. */
  readonly gap: string;
}

/** Between two groups of one number at most this may stand. */
const RUN = /[+(]{0,2}\d+(?:[ ./()\-–·]{1,3}\+?\d+)*/g;
const PART = /([^\d]*)(\d+)/g;

export function numberRuns(text: string, atLeast: number): Group[][] {
  return [...text.matchAll(RUN)].flatMap(({ 0: run, index }) =>
    run.length < atLeast ? [] : [groupsOf(run, index)].filter((groups) => digitCount(groups) >= atLeast),
  );
}

function groupsOf(run: string, offset: number): Group[] {
  return [...run.matchAll(PART)].map(({ 0: whole, 1: gap = '', 2: digits = '', index }) => {
    const end = offset + index + whole.length;
    return { start: end - digits.length, end, digits, gap };
  });
}

export function digitCount(groups: readonly Group[]): number {
  return groups.reduce((sum, { digits }) => sum + digits.length, 0);
}
