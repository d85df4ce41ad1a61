import { describe, expect, it } from '@jest/globals';
import { aFound, aLost } from '../../../test/builders/traits.builder.ts';
import { aScoring } from '../../../test/builders/scoring.builder.ts';
import { time } from './time.ts';

const HOUR = 3_600_000;
const { terms } = aScoring();
const { from, to } = aLost();

function found(begin: number, end = begin, reportedAt = end) {
  return time(aLost(), aFound({ from: begin, to: end, reportedAt }), terms)?.level.replace(/^exact-/, '');
}

describe('the time', () => {
  it.each([
    [1, 'hours'],
    [20, 'day'],
    [30, 'days'],
    [24 * 6, 'week'],
    [24 * 20, 'month'],
    [24 * 90, 'later'],
  ])('of a find %i h after the loss is %s', (hours, level) => {
    expect(found(to + hours * HOUR)).toBe(level);
  });

  it('forgives a clock that is a little wrong, and nothing more', () => {
    expect(found(from - 2 * HOUR)).toBe('just-before');
    expect(found(from - 12 * HOUR)).toBe('before');
    expect(found(from - 48 * HOUR)).toBe('long-before');
  });

  it('says by which windows it is known', () => {
    const level = (hours: number) => time(aLost(), aFound({ from: to, to: to + hours * HOUR }), terms)?.level;
    expect([1, 10, 30].map(level)).toEqual(['exact-then', 'rough-then', 'vague-then']);
  });

  it('of a find in the time of the loss speaks for it', () => {
    expect(found(from - HOUR, to)).toBe('then');
  });

  it('of a report counts where the find is said to be later', () => {
    expect(found(to, to, from - 48 * HOUR)).toBe('long-before');
  });
});
