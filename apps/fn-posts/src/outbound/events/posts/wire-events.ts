import type { EventMap } from '@foundnow/contracts';
import type { AnyOutgoingEvent } from '@foundnow/outbox';
import type { PostEvent } from '../../../domain/post/post-events.ts';
import type { PostState } from '../../../domain/post/post-state.ts';

/** From what happened in the domain to what goes on the wire. */
export function toOutgoingEvent(event: PostEvent): AnyOutgoingEvent {
  const { post } = event;
  switch (event.type) {
    case 'reported':
      return { name: 'post.created', key: post.id, payload: { ...aboutPost(event), ...wholePost(post) } };
    case 'resolved':
      return { name: 'post.resolved', key: post.id, payload: { ...aboutPost(event), ...endOfPost(event) } };
  }
}

/** What every event of a post begins with. */
function aboutPost({ post, by, at }: PostEvent) {
  return {
    postId: post.id,
    orgId: post.orgId,
    visibility: post.visibility,
    timeZone: post.timeZone,
    language: post.language,
    aggregateVersion: post.version,
    occurredAt: at.getTime(),
    actorId: by,
    authorId: post.authorId,
    kind: post.kind,
    title: post.title,
    category: post.category,
    reference: post.reference,
    createdAt: post.createdAt.getTime(),
  };
}

/** All that a consumer needs to know the post without asking. Photos, identifiers and proofs are not taken yet. */
function wholePost({ location: { lat, lng, accuracyMeters, address }, attributes, ...post }: PostState) {
  return {
    status: post.status,
    description: post.description === '' ? null : post.description,
    tags: [],
    attributes: {
      brand: attributes.brand,
      model: attributes.model,
      color: [...attributes.color],
      material: attributes.material,
      marks: attributes.marks,
    },
    identifiers: [],
    sealedIdentifiers: null,
    sealedProof: null,
    location: { lat, lng, accuracyMeters, address },
    publicLocation: { lat: post.publicPlace.lat, lng: post.publicPlace.lng },
    radiusMeters: post.radiusMeters,
    occurredFrom: post.occurredFrom.getTime(),
    occurredTo: post.occurredTo.getTime(),
    photos: [],
    photosVersion: post.photosVersion,
    reward: post.reward && { amountMinor: post.reward.amountMinor, currency: post.reward.currency },
    intake: post.intake,
    updatedAt: post.updatedAt.getTime(),
    expiresAt: post.expiresAt?.getTime() ?? null,
    batchId: null,
  } satisfies Partial<EventMap['post.created']>;
}

function endOfPost({ resolution }: Extract<PostEvent, { type: 'resolved' }>) {
  return { resolution, matchId: null, claimId: null, counterpartPostId: null };
}
