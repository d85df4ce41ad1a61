import { createHmac } from 'node:crypto';
import { cellToLatLng, latLngToCell } from 'h3-js';
import { type GeoPoint, pointAway } from '../../domain/geo-point.ts';

/** Hexagons of about 200 m from centre to corner. */
const RESOLUTION = 9;
const NEAREST_METERS = 100;
const FARTHEST_METERS = 150;

/**
 * The point that strangers see for all posts of one reporter from one cell: drawing it anew for each post would let
 * anybody average the noise away. The reporter is part of the hash, so that nobody can calibrate with posts of their own.
 */
export function publicPlaceOf(truePlace: GeoPoint, reporterId: string, key: Uint8Array): GeoPoint {
  const cell = latLngToCell(truePlace.lat, truePlace.lng, RESOLUTION);
  const digest = createHmac('sha256', key).update(`public-place:${reporterId}:${cell}`).digest();
  const share = (at: number) => digest.readUInt32BE(at) / 0x1_0000_0000;
  const [lat, lng] = cellToLatLng(cell);
  const distance = NEAREST_METERS + (FARTHEST_METERS - NEAREST_METERS) * share(0);
  return rounded(pointAway({ lat, lng }, distance, 360 * share(4)));
}

/** Four decimals are about ten metres: no more is promised. */
function rounded({ lat, lng }: GeoPoint): GeoPoint {
  return { lat: Math.round(lat * 1e4) / 1e4, lng: Math.round(lng * 1e4) / 1e4 };
}
