import { createHmac } from 'node:crypto';
import { type GeoPoint, pointAway } from '../../domain/geo-point.ts';
import type { PublicPlace } from '../../use-cases/public-place.port.ts';

const NEAREST_METERS = 150;
const FARTHEST_METERS = 250;

/** Distance and direction come from a keyed hash of the post's id: asking again, or editing, never moves the point. */
export class HmacPublicPlace implements PublicPlace {
  constructor(private readonly key: Uint8Array) {}

  of(postId: string, truePlace: GeoPoint): GeoPoint {
    const digest = createHmac('sha256', this.key).update(`public-place:${postId}`).digest();
    const distance = NEAREST_METERS + (FARTHEST_METERS - NEAREST_METERS) * (digest.readUInt32BE(0) / 0x1_0000_0000);
    const bearing = 360 * (digest.readUInt32BE(4) / 0x1_0000_0000);
    return rounded(pointAway(truePlace, distance, bearing));
  }
}

/** Five decimals are one metre: no more is promised. */
function rounded({ lat, lng }: GeoPoint): GeoPoint {
  return { lat: Math.round(lat * 1e5) / 1e5, lng: Math.round(lng * 1e5) / 1e5 };
}
