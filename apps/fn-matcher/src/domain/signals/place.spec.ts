import { describe, expect, it } from '@jest/globals';
import { aFound, aLost } from '../../../test/builders/traits.builder.ts';
import { aScoring } from '../../../test/builders/scoring.builder.ts';
import { place } from './place.ts';

const { terms } = aScoring();
const at = (metersNorth: number, spreadMeters = 200) => ({ lat: 40.4066 + metersNorth / 111_195, spreadMeters });

describe('the place', () => {
  it.each([
    [20, 'spot-same'],
    [150, 'spot-close'],
    [350, 'spot-within'],
    [700, 'spot-beside'],
    [1_500, 'spot-near'],
    [9_000, 'spot-far'],
  ])('%i m apart, both known to 200 m, is %s', (meters, level) => {
    expect(place(aLost(), aFound(at(meters)), terms)?.level).toBe(level);
  });

  it('is judged by how exactly both know it', () => {
    const level = (spread: number) => place(aLost(at(0, spread)), aFound(at(900, 100)), terms)?.level;
    expect([100, 1_000, 9_000].map(level)).toEqual(['spot-far', 'quarter-within', 'town-same']);
  });

  it('says the same from both sides', () => {
    const [one, other] = [at(0, 3_000), at(2_300, 50)];
    expect(place(aLost(one), aFound(other), terms)).toEqual(place(aLost(other), aFound(one), terms));
  });

  it('tells a distance by which nobody finds the place', () => {
    const told = [10, 120, 240].map((meters) => place(aLost(), aFound(at(meters)), terms)?.words);
    expect(new Set(told)).toEqual(new Set(['found in the same neighbourhood']));
    const further = [5_000, 5_050, 5_100].map((meters) => place(aLost(), aFound(at(meters)), terms)?.words);
    expect(new Set(further)).toEqual(new Set(['found about 5 km away']));
  });
});
