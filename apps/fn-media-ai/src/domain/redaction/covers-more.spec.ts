import { expect, it } from '@jest/globals';
import type { Redaction } from '../photo/region.ts';
import { coversMore } from './covers-more.ts';

const NONE: Redaction = { kind: 'none', regions: [] };
const WHOLE: Redaction = { kind: 'whole', regions: [] };
const lines = (...tops: number[]): Redaction => ({
  kind: 'regions',
  regions: tops.map((top) => ({ left: 0.1, top, width: 0.5, height: 0.1 })),
});

it.each([
  [NONE, NONE, false],
  [lines(0.2), NONE, true],
  [WHOLE, lines(0.2), true],
  [NONE, lines(0.2), false],
  [lines(0.2), WHOLE, false],
  [lines(0.2), lines(0.2, 0.6), false],
  [lines(0.2, 0.6), lines(0.2), true],
  [lines(0.25), lines(0.2), true],
])('a photo covered as %j covers more than as %j: %s', (now, before, isMore) => {
  expect(coversMore(now, before)).toBe(isMore);
});
