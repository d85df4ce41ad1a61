import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { distanceMeters, type GeoPoint, pointAway } from '../../domain/geo-point.ts';
import { publicPlaceOf } from './public-place.ts';

const key = Buffer.alloc(32, 1);
const points = fc.record({
  lat: fc.double({ min: -90, max: 90, noNaN: true }),
  lng: fc.double({ min: -180, max: 180, noNaN: true }),
});

describe('the public place', () => {
  it('is one point for any number of posts of one reporter from one place', () => {
    fc.assert(
      fc.property(points, (place) => expect(publicPlaceOf(place, 'a', key)).toEqual(publicPlaceOf(place, 'a', key))),
    );
  });

  it('lies within 400 m of the true one, anywhere on the globe', () => {
    fc.assert(
      fc.property(points, (place) => expect(distanceMeters(place, publicPlaceOf(place, 'a', key))).toBeLessThan(400)),
    );
  });

  it('is the same all over a cell, so that it tells no more than the cell', () => {
    const home = { lat: 52.525, lng: 13.3694 };
    const around = Array.from({ length: 200 }, (_, i) => pointAway(home, 5 + i / 2, i * 37));
    const seen = new Set(around.map((place) => text(publicPlaceOf(place, 'a', key))));
    expect(seen.size).toBeLessThanOrEqual(3);
  });

  it('is another one for another reporter and under another key', () => {
    const place = { lat: 52.525, lng: 13.3694 };
    const seen = ['a', 'b', 'c'].map((reporter) => text(publicPlaceOf(place, reporter, key)));
    const elsewhere = text(publicPlaceOf(place, 'a', Buffer.alloc(32, 2)));
    expect(new Set([...seen, elsewhere]).size).toBe(4);
  });
});

function text({ lat, lng }: GeoPoint): string {
  return `${lat},${lng}`;
}
