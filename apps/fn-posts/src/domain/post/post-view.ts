import type { Actor } from '../actor.ts';
import type { GeoPoint } from '../geo-point.ts';
import type { PostState } from './post-state.ts';

/** A post as one viewer may see it (docs/visibility.md). Nothing that reads posts hands out anything else. */
export interface PostView extends Omit<
  PostState,
  'location' | 'publicPlace' | 'authorId' | 'orgId' | 'intake' | 'photosVersion'
> {
  readonly place: GeoPoint;
  /** False: the place is the public point, which is not where it was. */
  readonly exact: boolean;
  readonly address: string | null;
}

/** Around the public point the circle must be this much wider to hold the true place. */
const VEIL_METERS = 400;

/** The viewer may see the post at all; this decides how much of it. `null` is a stranger. */
export function viewOf(post: PostState, viewer: Actor | null): PostView {
  const { location, publicPlace, authorId, orgId, intake: _, photosVersion: __, ...shown } = post;
  const exact = viewer !== null && (viewer.userId === authorId || (orgId !== null && viewer.orgId === orgId));
  if (exact) return { ...shown, place: { lat: location.lat, lng: location.lng }, exact, address: location.address };
  return { ...shown, place: publicPlace, exact, address: null, radiusMeters: post.radiusMeters + VEIL_METERS };
}
