import { describe, expect, it } from '@jest/globals';
import { colorDistances } from './color-distance.ts';

const distance = colorDistances(
  new Map([
    ['black', '#000000'],
    ['white', '#ffffff'],
    ['navy', '#17264a'],
    ['orange', '#f1801c'],
  ]),
);

describe('how far colors are apart', () => {
  it('puts navy by black and far from orange', () => {
    expect(distance('navy', 'black')).toBeLessThan(distance('navy', 'orange') ?? 0);
  });

  it('is 0 for one color, and 1 for black and white', () => {
    expect(distance('navy', 'navy')).toBe(0);
    expect(distance('black', 'white')).toBeCloseTo(1, 2);
  });

  it('does not know what nobody named', () => {
    expect(distance('black', 'ultraviolet')).toBeNull();
  });
});
