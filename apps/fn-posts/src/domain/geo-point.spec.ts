import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { distanceMeters, pointAway } from './geo-point.ts';

const points = fc.record({
  lat: fc.double({ min: -90, max: 90, noNaN: true }),
  lng: fc.double({ min: -180, max: 180, noNaN: true }),
});

describe('pointAway', () => {
  it('lands exactly as far away as asked, anywhere on the globe', () => {
    fc.assert(
      fc.property(
        points,
        fc.double({ min: 1, max: 50_000, noNaN: true }),
        fc.double({ min: 0, max: 360, noNaN: true }),
        (from, meters, bearing) => {
          expect(Math.abs(distanceMeters(from, pointAway(from, meters, bearing)) - meters)).toBeLessThan(0.5);
        },
      ),
    );
  });

  it('stays on the map when it crosses the antimeridian or a pole', () => {
    fc.assert(
      fc.property(
        fc.constantFrom({ lat: 0, lng: 179.999 }, { lat: 89.999, lng: 10 }, { lat: -90, lng: 0 }),
        fc.double({ min: 0, max: 360, noNaN: true }),
        (from, bearing) => {
          const { lat, lng } = pointAway(from, 500, bearing);
          expect(Math.abs(lat)).toBeLessThanOrEqual(90);
          expect(Math.abs(lng)).toBeLessThanOrEqual(180);
        },
      ),
    );
  });
});
