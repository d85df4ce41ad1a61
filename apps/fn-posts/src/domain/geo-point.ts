export interface GeoPoint {
  readonly lat: number;
  readonly lng: number;
}

const EARTH_RADIUS_METERS = 6_371_008.8;
const DEGREE = Math.PI / 180;

/** The point `meters` away in direction `bearing` (degrees from north), right at the poles and across the antimeridian. */
export function pointAway(from: GeoPoint, meters: number, bearing: number): GeoPoint {
  const angle = meters / EARTH_RADIUS_METERS;
  const lat = from.lat * DEGREE;
  const direction = bearing * DEGREE;
  const sinLat = Math.sin(lat) * Math.cos(angle) + Math.cos(lat) * Math.sin(angle) * Math.cos(direction);
  const east = Math.sin(direction) * Math.sin(angle) * Math.cos(lat);
  const north = Math.cos(angle) - Math.sin(lat) * sinLat;
  const lng = from.lng + Math.atan2(east, north) / DEGREE;
  return { lat: Math.asin(sinLat) / DEGREE, lng: ((lng + 540) % 360) - 180 };
}

/** Great-circle distance (haversine). */
export function distanceMeters(a: GeoPoint, b: GeoPoint): number {
  const dLat = (b.lat - a.lat) * DEGREE;
  const dLng = (b.lng - a.lng) * DEGREE;
  const h = Math.sin(dLat / 2) ** 2 + Math.cos(a.lat * DEGREE) * Math.cos(b.lat * DEGREE) * Math.sin(dLng / 2) ** 2;
  return 2 * EARTH_RADIUS_METERS * Math.asin(Math.min(1, Math.sqrt(h)));
}
