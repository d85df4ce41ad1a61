import type { GeoPoint } from '../domain/geo-point.ts';

/** Chooses the point that strangers see: fixed for the post, about 200 m from the true one, not to be guessed back. */
export interface PublicPlace {
  of(postId: string, truePlace: GeoPoint): GeoPoint;
}
