interface Point {
  readonly lat: number;
  readonly lng: number;
}

const DEGREE = Math.PI / 180;
const EARTH_DIAMETER_METERS = 2 * 6_371_008.8;

export function distanceMeters(a: Point, b: Point): number {
  const lat = Math.sin(((b.lat - a.lat) * DEGREE) / 2) ** 2;
  const lng = Math.sin(((b.lng - a.lng) * DEGREE) / 2) ** 2;
  const chord = lat + Math.cos(a.lat * DEGREE) * Math.cos(b.lat * DEGREE) * lng;
  return EARTH_DIAMETER_METERS * Math.asin(Math.min(1, Math.sqrt(chord)));
}
