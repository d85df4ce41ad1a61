import type { Compare, Evidence } from './evidence.ts';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;

/** Clocks go wrong, and people round. */
const SLACK = 3 * HOUR;
const AFTER = [
  [0, 'then'],
  [6 * HOUR, 'hours'],
  [DAY, 'day'],
  [3 * DAY, 'days'],
  [10 * DAY, 'week'],
  [35 * DAY, 'month'],
] as const;

/** That two times fall together says more the better both are known: by how long both windows are together. */
const EXACTNESS = [
  [4 * HOUR, 'exact'],
  [DAY, 'rough'],
] as const;

/** Nothing is found before it was lost. */
export const time: Compare = (lost, found) => {
  const vagueness = lost.to - lost.from + found.to - found.from;
  const exactness = EXACTNESS.find(([most]) => vagueness <= most)?.[1] ?? 'vague';
  const early = lost.from - Math.min(found.to, found.reportedAt);
  const { level, words } = early > 0 ? before(early) : after(Math.max(0, found.from - lost.to));
  return { level: `${exactness}-${level}`, words };
};

function after(gap: number): Evidence {
  return { level: AFTER.find(([most]) => gap <= most)?.[1] ?? 'later', words: gapInWords(gap) };
}

function before(early: number): Evidence {
  if (early <= SLACK) return { level: 'just-before', words: 'found a little before it is said to be lost' };
  if (early <= DAY) return { level: 'before', words: 'found hours before it was lost' };
  return { level: 'long-before', words: 'found more than a day before it was lost' };
}

function gapInWords(gap: number): string {
  if (gap === 0) return 'found in the time in which it was lost';
  if (gap < 2 * DAY) return `found ${Math.max(1, Math.round(gap / HOUR))} h after it was lost`;
  return `found ${Math.round(gap / DAY)} days after it was lost`;
}
