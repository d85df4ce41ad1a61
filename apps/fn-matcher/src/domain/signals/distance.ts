const EARTH_RADIUS_METERS = 6_371_008.8;
const DEGREE = Math.PI / 180;

interface Point {
  readonly lat: number;
  readonly lng: number;
}

/** Great-circle distance (haversine). */
export function distanceMeters(a: Point, b: Point): number {
  const dLat = (b.lat - a.lat) * DEGREE;
  const dLng = (b.lng - a.lng) * DEGREE;
  const h = Math.sin(dLat / 2) ** 2 + Math.cos(a.lat * DEGREE) * Math.cos(b.lat * DEGREE) * Math.sin(dLng / 2) ** 2;
  return 2 * EARTH_RADIUS_METERS * Math.asin(Math.min(1, Math.sqrt(h)));
}
