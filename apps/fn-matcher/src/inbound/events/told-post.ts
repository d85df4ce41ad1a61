import type { EventMap } from '@foundnow/contracts';
import type { PostPhoto, PostStatus } from '../../domain/post/known-post.ts';
import type { ToldPost } from '../../use-cases/posts/take-in-post.ts';

type Whole = EventMap['post.created' | 'post.updated' | 'post.reactivated' | 'post.snapshot'];

/** A post as it stands. What is not known of its visibility is private; of what is neither lost nor found, nothing. */
export function toldPost(post: Whole): ToldPost {
  const { postId, aggregateVersion: version, kind } = post;
  if (kind === 'unknown') return { postId, version };
  const status = statusOf(post.status);
  return { postId, version, said: saidOf(post, kind), photos: photosOf(post), ...(status && { status }) };
}

function saidOf(post: Whole, kind: 'lost' | 'found'): NonNullable<ToldPost['said']> {
  const { lat, lng, accuracyMeters } = post.location;
  return {
    kind,
    orgId: post.orgId,
    authorId: post.authorId,
    visibility: post.visibility === 'unknown' ? 'private' : post.visibility,
    timeZone: post.timeZone,
    intake: post.intake,
    reference: post.reference,
    category: post.category,
    language: post.language,
    title: post.title,
    description: post.description,
    tags: post.tags,
    attributes: post.attributes,
    place: { lat, lng, accuracyMeters },
    publicPlace: { lat: post.publicLocation.lat, lng: post.publicLocation.lng },
    radiusMeters: post.radiusMeters,
    occurredFrom: post.occurredFrom,
    occurredTo: post.occurredTo,
    reportedAt: post.createdAt,
    identifiers: post.identifiers,
    sealedIdentifiers: post.sealedIdentifiers,
    sealedProof: post.sealedProof,
  };
}

type WithPhotos = Pick<Whole, 'photos' | 'photosVersion'>;

export function photosOf({ photos, photosVersion }: WithPhotos): NonNullable<ToldPost['photos']> {
  return { version: photosVersion, list: photos.map(photoOf) };
}

const SHOWN_SIZE = '320';

/** The small form, where there is one. */
export function photoOf({
  photoId,
  publicVariants: forms,
}: Pick<Whole['photos'][number], 'photoId' | 'publicVariants'>): PostPhoto {
  const form = forms.find(({ name }) => name === SHOWN_SIZE) ?? forms[0];
  return { photoId, publicKey: form?.objectKey ?? null };
}

/** A deleted post has an event of its own. */
function statusOf(status: Whole['status']): PostStatus | undefined {
  return status === 'unknown' || status === 'deleted' ? undefined : status;
}
