import { z } from 'zod';

const EARLIEST = Date.parse('0001-01-01T00:00:00Z');
const LATEST = Date.parse('9999-12-31T23:59:59.999Z');

/**
 * A moment in a request: ISO 8601 with its offset. In UTC its year has four digits, or neither the answer that repeats
 * it nor PostgreSQL could say it: `0000-01-01T00:00:00+01:00` is the year -1.
 */
export const instant = z.iso.datetime({ offset: true }).refine((text) => {
  const time = Date.parse(text);
  return !(time < EARLIEST || time > LATEST);
}, 'must lie between the years 1 and 9999 of UTC');

/** The same as a `Date`, for positions in cursors, which anybody can make up. */
export const instantAsDate = instant.transform((text) => new Date(text));
