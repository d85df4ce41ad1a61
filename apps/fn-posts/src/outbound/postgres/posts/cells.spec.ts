import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { cellToLatLng, getPentagons } from 'h3-js';
import { pointAway } from '../../../domain/geo-point.ts';
import { cellsAt, coverOf } from './cells.ts';

const anywhere = fc.record({
  lat: fc.double({ min: -90, max: 90, noNaN: true }),
  lng: fc.double({ min: -180, max: 180, noNaN: true }),
});
const awkward = fc
  .constantFrom(
    { lat: 0, lng: 0 },
    { lat: 90, lng: 0 },
    { lat: -90, lng: 0 },
    { lat: 0, lng: 180 },
    { lat: -45, lng: -180 },
    // Where the hexagons are smallest and most distorted.
    ...getPentagons(5).map((cell) => ({ lat: cellToLatLng(cell)[0], lng: cellToLatLng(cell)[1] })),
  )
  .chain((point) =>
    fc
      .tuple(fc.double({ min: 0, max: 60_000, noNaN: true }), fc.double({ min: 0, max: 360, noNaN: true }))
      .map(([meters, bearing]) => pointAway(point, meters, bearing)),
  );
const points = fc.oneof(anywhere, awkward);

describe('the cells of a search', () => {
  it('hold every point within its radius, anywhere on the globe', () => {
    fc.assert(
      fc.property(
        points,
        fc.oneof(fc.double({ min: 1, max: 5000, noNaN: true }), fc.double({ min: 5000, max: 50_500, noNaN: true })),
        fc.double({ min: 0, max: 1, noNaN: true }),
        fc.double({ min: 0, max: 360, noNaN: true }),
        (center, meters, share, bearing) => {
          const { column, cells } = coverOf(center, meters);
          expect(cells).toContain(cellsAt(pointAway(center, meters * share, bearing))[column]);
        },
      ),
      { numRuns: 2000 },
    );
  });

  it('are few enough to be looked up one by one', () => {
    fc.assert(
      fc.property(points, fc.double({ min: 1, max: 50_500, noNaN: true }), (center, meters) => {
        expect(coverOf(center, meters).cells.length).toBeLessThanOrEqual(220);
      }),
    );
  });
});
