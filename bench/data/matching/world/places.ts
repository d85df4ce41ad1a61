import type { Chance } from '../chance.ts';
import type { Language } from '../post.ts';
import { listOf, rowsOf } from '../text/rows.ts';

export interface Point {
  readonly lat: number;
  readonly lng: number;
}

export interface Spot extends Point {
  readonly kind: string;
  readonly names: readonly string[];
}

export interface City {
  readonly name: string;
  readonly language: Language;
  readonly hoursFromUtc: number;
  readonly spots: readonly Spot[];
}

const METERS_PER_DEGREE = 111_195;

export const CITIES: readonly City[] = [...Map.groupBy(rowsOf('places.tsv'), ([city = '']) => city)].map(
  ([name, rows]) => ({
    name,
    language: (rows[0]?.[1] ?? 'en') as Language,
    hoursFromUtc: Number(rows[0]?.[2]),
    spots: rows.map(([, , , kind = '', lat, lng, names]) => ({
      kind,
      lat: Number(lat),
      lng: Number(lng),
      names: listOf(names, '|'),
    })),
  }),
);

/** A point so many metres off, in a direction that chance takes. */
export function off({ lat, lng }: Point, meters: number, chance: Chance): Point {
  const direction = chance.between(0, 2 * Math.PI);
  const north = (meters * Math.cos(direction)) / METERS_PER_DEGREE;
  const east = (meters * Math.sin(direction)) / (METERS_PER_DEGREE * Math.cos((lat * Math.PI) / 180));
  return { lat: lat + north, lng: lng + east };
}

export function metersBetween(a: Point, b: Point): number {
  const north = (a.lat - b.lat) * METERS_PER_DEGREE;
  const east = (a.lng - b.lng) * METERS_PER_DEGREE * Math.cos((a.lat * Math.PI) / 180);
  return Math.hypot(north, east);
}

export function nearestSpot(city: City, point: Point): Spot {
  return city.spots.reduce((best, spot) => (metersBetween(spot, point) < metersBetween(best, point) ? spot : best));
}
