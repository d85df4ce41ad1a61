import { describe, expect, it } from '@jest/globals';
import { type Drawing, drawnPixels, ITEM, LABEL, type Rgb } from '../../../../test/photos/drawn-photo.ts';
import { colorsOf } from './colors.ts';

const namesOf = (drawing: Drawing) => colorsOf(drawnPixels(drawing)).colors.map(({ name }) => name);
const item = (color: Rgb): Drawing => ({ shapes: [{ ...ITEM, color }] });

describe('the colours of an item', () => {
  it('come with their share, the main one first, without the background', () => {
    const { colors, confidence } = colorsOf(drawnPixels());
    expect(colors.map(({ name }) => name)).toEqual(['navy', 'white']);
    expect(colors[0]!.share).toBeGreaterThan(0.75);
    expect(colors[0]!.hex).toBe('#1b2a49');
    expect(confidence).toBeGreaterThan(0.8);
  });

  it.each<[string, Rgb]>([
    ['red', [200, 20, 30]],
    ['beige', [222, 206, 178]],
    ['burgundy', [109, 26, 45]],
    ['black', [20, 20, 22]],
    ['green', [40, 130, 60]],
  ])('are %s on wood, on a gray floor, on white and on a patterned cloth', (name, color) => {
    const cloth = Array.from({ length: 40 }, (_, n) => ({
      left: (n % 8) / 8,
      top: Math.floor(n / 8) / 5,
      width: 0.06,
      height: 0.1,
      color: [70, 90, 150] as const,
    }));
    const backgrounds: Drawing[] = [{}, { background: [120, 122, 124] }, { background: [252, 252, 252] }];
    for (const drawing of backgrounds) expect(namesOf({ ...drawing, ...item(color) })).toEqual([name]);
    const shapes = [...cloth, { ...ITEM, color }];
    expect(namesOf({ background: [150, 165, 205], shapes })[0]).toBe(name);
  });

  it('stay the same in less light, in noise, and when the item reaches over a side', () => {
    for (const drawing of [{ light: 0.8 }, { noise: 10 }, { width: 500, height: 900 }])
      expect(namesOf({ ...item([200, 20, 30]), ...drawing })).toEqual(['red']);
    expect(namesOf({ shapes: [{ ...ITEM, left: 0.6, color: [200, 20, 30] }] })).toEqual(['red']);
  });

  it('are those of the middle, with little confidence, when the item looks like its background', () => {
    const { colors, confidence } = colorsOf(drawnPixels({ background: [24, 24, 26], ...item([20, 20, 22]) }));
    expect(colors.map(({ name }) => name)).toEqual(['black']);
    expect(confidence).toBeLessThan(0.6);
  });

  it('have shares that are of one whole', () => {
    const shapes = [
      { ...ITEM, color: [200, 20, 30] as const },
      { ...LABEL, left: 0.3, width: 0.4, height: 0.25 },
    ];
    const shares = colorsOf(drawnPixels({ shapes })).colors.map(({ share }) => share);
    expect(shares.reduce((sum, share) => sum + share, 0)).toBeGreaterThan(0.9);
    expect(shares.reduce((sum, share) => sum + share, 0)).toBeLessThanOrEqual(1.000_001);
    expect(shares).toEqual(shares.toSorted((a, b) => b - a));
  });

  it.each([
    [1, 1],
    [1, 900],
    [900, 2],
  ])('are told of a picture of %d by %d pixels too', (width, height) => {
    expect(namesOf({ width, height, shapes: [], background: [200, 20, 30] })).toEqual(['red']);
  });
});
