import type { Traits } from './traits.ts';

/** Degrees, about half a kilometer. */
const GRID = 0.005;

/** From where people are told distances: the true place is computed from three of them, so it is never that. */
export function shownPlace({ publicPlace, lat, lng }: Traits): NonNullable<Traits['publicPlace']> {
  return publicPlace ?? { lat: Math.round(lat / GRID) * GRID, lng: Math.round(lng / GRID) * GRID };
}
