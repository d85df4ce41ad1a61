import type { Chance } from '../chance.ts';
import { NOISE } from '../noise.ts';
import { type City, metersBetween, nearestSpot, off, type Point, type Spot } from '../world/places.ts';

export interface Whereabouts extends Point {
  readonly radiusMeters: number;
  /** The place that the person would name. */
  readonly spot: Spot;
}

/** Where somebody says it was: by the phone's position, by hand on a map, or by nothing but a name. */
export function drawWhereabouts(city: City, true_: Point, chance: Chance): Whereabouts {
  const spot = nearestSpot(city, true_);
  const kind = chance.next();
  if (kind < NOISE.placeNameOnly) {
    const away = metersBetween(spot, true_);
    return at(spot, Math.max(500, away * chance.between(0.9, 1.6)), spot);
  }
  if (kind < NOISE.placeNameOnly + NOISE.placeVague) {
    const radius = chance.pick([500, 1_000, 1_500, 2_000, 3_000]);
    return at(off(true_, radius * Math.sqrt(chance.next()), chance), radius, spot);
  }
  return at(off(true_, 35 * Math.abs(chance.bell()), chance), chance.pick([50, 100, 100, 200, 300]), spot);
}

function at({ lat, lng }: Point, radius: number, spot: Spot): Whereabouts {
  const round = (degrees: number) => Math.round(degrees * 1e5) / 1e5;
  return { lat: round(lat), lng: round(lng), radiusMeters: Math.round(radius / 50) * 50, spot };
}
