import { InvalidArgumentError } from 'commander';

export function parseTime(text: string): Date {
  const time = new Date(text);
  if (Number.isNaN(time.getTime())) throw new InvalidArgumentError('It must be a time such as 2026-05-01T08:00:00Z.');
  return time;
}

export function parseCount(text: string): number {
  const count = Number(text);
  if (!Number.isSafeInteger(count) || count < 1) throw new InvalidArgumentError('It must be a whole number above 0.');
  return count;
}

/** Of a period that 0 makes endless. */
export function parseDays(text: string): number {
  const days = Number(text);
  if (/^\d+$/.test(text) && Number.isSafeInteger(days)) return days;
  throw new InvalidArgumentError('It must be a whole number of days; 0 means never.');
}
