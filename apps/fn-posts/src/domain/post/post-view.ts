import type { Actor } from '../actor.ts';
import type { GeoPoint } from '../geo-point.ts';
import { type PhotoView, viewOfPhoto } from '../photo/photo-view.ts';
import type { ItemReport } from './item-report.ts';
import type { PostState } from './post-state.ts';
import type { PostStatus } from './post-status.ts';
import type { Suggestion } from './suggestion.ts';

/** A post as one viewer may see it (docs/visibility.md). Nothing that answers anybody hands out anything else. */
export interface PostView extends Omit<ItemReport, 'location'> {
  readonly id: string;
  readonly version: number;
  readonly status: PostStatus;
  readonly reference: string | null;
  readonly closeness: Closeness;
  readonly place: GeoPoint;
  /** False: the place is the public point, which is not where it was. */
  readonly exact: boolean;
  readonly address: string | null;
  readonly photos: readonly PhotoView[];
  readonly accuracyMeters: number | null;
  readonly createdAt: Date;
  readonly updatedAt: Date;
  readonly expiresAt: Date | null;
  /** What only those hold who may change the post. */
  readonly inner: InnerView | null;
}

export interface InnerView {
  /** Of which kinds serial numbers were given; the numbers themselves nobody is shown. */
  readonly identifierTypes: readonly string[];
  /** For their author alone, who wrote them; the answers nobody is shown. */
  readonly proofQuestions: readonly string[] | null;
  readonly suggestion: Suggestion | null;
}

/** How much of a post a viewer sees who may see it at all. */
export type Closeness = 'author' | 'organization' | 'party' | 'stranger';

/** Around the public point the circle must be this much wider to hold the true place. */
export const VEIL_METERS = 400;

/** `isParty`: a verified claim binds the viewer to the post. `null` is a stranger. */
export function closenessOf({ authorId, orgId }: PostState, viewer: Actor | null, isParty = false): Closeness {
  if (viewer !== null && viewer.userId === authorId) return 'author';
  if (viewer !== null && orgId !== null && viewer.orgId === orgId) return 'organization';
  return isParty ? 'party' : 'stranger';
}

/** The viewer may see the post at all; this decides how much of it. Field by field: what is new is hidden first. */
export function viewOf(post: PostState, closeness: Closeness): PostView {
  const exact = closeness !== 'stranger';
  const { location, publicPlace } = post;
  return {
    id: post.id,
    version: post.version,
    kind: post.kind,
    status: post.status,
    title: post.title,
    description: post.description,
    category: post.category,
    tags: post.tags,
    closeness,
    attributes: post.attributes,
    place: exact ? { lat: location.lat, lng: location.lng } : publicPlace,
    exact,
    address: exact ? location.address : null,
    photos: post.photos.map((photo) => viewOfPhoto(photo, isOwn(closeness))),
    accuracyMeters: exact ? location.accuracyMeters : null,
    radiusMeters: exact ? post.radiusMeters : post.radiusMeters + VEIL_METERS,
    occurredFrom: post.occurredFrom,
    occurredTo: post.occurredTo,
    timeZone: post.timeZone,
    visibility: post.visibility,
    language: post.language,
    reward: post.reward,
    reference: post.reference,
    createdAt: post.createdAt,
    updatedAt: post.updatedAt,
    expiresAt: post.expiresAt,
    inner: innerOf(post, closeness),
  };
}

function isOwn(closeness: Closeness): boolean {
  return closeness === 'author' || closeness === 'organization';
}

function innerOf({ identifiers, proofQuestions, suggestion }: PostState, closeness: Closeness): InnerView | null {
  if (!isOwn(closeness)) return null;
  return {
    identifierTypes: identifiers.map(({ type }) => type),
    proofQuestions: closeness === 'author' ? proofQuestions : null,
    suggestion: suggestion?.status === 'dismissed' ? null : suggestion,
  };
}
