import type { Actor } from '../../domain/actor.ts';
import type { GeoPoint } from '../../domain/geo-point.ts';
import type { ItemReport } from '../../domain/post/item-report.ts';
import type { PostIdentity } from '../../domain/post/new-post.ts';

/** Gives a new post its id, its reference and the place that strangers see. */
export interface PostIdentities {
  next(report: ItemReport, by: Actor): PostIdentity;
  /** The public place for what this reporter says of a place: always the same one. */
  readonly publicPlaceOf: (place: GeoPoint, reporterId: string) => GeoPoint;
}
