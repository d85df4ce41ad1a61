import { describe, expect, it } from '@jest/globals';
import { aScoring } from '../../../test/builders/scoring.builder.ts';
import { aFound, aLost } from '../../../test/builders/traits.builder.ts';
import { distanceMeters } from '../signals/distance.ts';
import { weighPair } from './weigh-pair.ts';

interface Point {
  readonly lat: number;
  readonly lng: number;
}

const scoring = aScoring();
const TRUE_PLACE = { lat: 52.52437, lng: 13.41053 };
const METER = { lat: 1 / 111_195, lng: 1 / 67_650 };
const moved = ({ lat, lng }: Point, north: number, east: number): Point => ({
  lat: lat + north * METER.lat,
  lng: lng + east * METER.lng,
});

/** As fn-posts blurs: each post by a shift of its own that stays. */
const shown = (place: Point, seed: number): Point => {
  const angle = seed * 2.399_963;
  const meters = 150 + ((seed * 37) % 60);
  return moved(place, meters * Math.cos(angle), meters * Math.sin(angle));
};

const PUBLIC_PLACE = shown(TRUE_PLACE, 2);

const lostPosts = Array.from({ length: 50 }, (_, at) => {
  const place = moved(PUBLIC_PLACE, ((at * 389) % 2_000) - 1_000, ((at * 641) % 2_000) - 1_000);
  return aLost({ ...place, publicPlace: shown(place, at) });
});

/** The point within half a kilometer that fits the told distances best. */
function computedPlace(from: readonly Point[], told: ReadonlyArray<number | null>): Point {
  let best = { misfit: Infinity, point: PUBLIC_PLACE };
  for (let north = -500; north <= 500; north += 10) {
    for (let east = -500; east <= 500; east += 10) {
      const point = moved(PUBLIC_PLACE, north, east);
      const misfit = from.reduce((sum, one, at) => sum + (distanceMeters(one, point) - (told[at] ?? 0)) ** 2, 0);
      if (misfit < best.misfit) best = { misfit, point };
    }
  }
  return best.point;
}

describe('the distance that a match tells', () => {
  it('leads fifty lost posts around a found one to its public point, and no nearer to the true one', () => {
    const found = aFound({ ...TRUE_PLACE, publicPlace: PUBLIC_PLACE });
    const told = lostPosts.map((lost) => weighPair(lost, found, scoring).distanceMeters);
    const shownOnes = lostPosts.map(({ publicPlace, lat, lng }) => publicPlace ?? { lat, lng });
    for (const from of [shownOnes, lostPosts]) {
      const computed = computedPlace(from, told);
      expect(distanceMeters(computed, PUBLIC_PLACE)).toBeLessThan(80);
      expect(distanceMeters(computed, TRUE_PLACE)).toBeGreaterThan(100);
    }
  });

  it.each([['with a public point', { publicPlace: PUBLIC_PLACE }] as const, ['of which none is known', {}] as const])(
    'is the same wherever near there a post lies %s',
    (_, parts) => {
      const told = [-100, -30, 40, 110].map((east) => {
        const found = aFound({ ...moved({ lat: 52.525, lng: 13.41 }, east / 2, east), ...parts });
        return lostPosts.map((lost) => {
          const { distanceMeters: meters, reasons } = weighPair(lost, found, scoring);
          return [meters, reasons.find(({ signal }) => signal === 'place')?.words];
        });
      });
      for (const one of told) expect(one).toEqual(told[0]);
    },
  );
});
