import type { EventMap } from '@foundnow/contracts';
import type { AnyOutgoingEvent } from '@foundnow/outbox';
import type { PostEvent } from '../../domain/post-events.ts';
import type { PostState } from '../../domain/post-state.ts';

/** From what happened in the domain to what goes on the wire. */
export function toOutgoingEvent({ type, post }: PostEvent): AnyOutgoingEvent {
  switch (type) {
    case 'reported':
      return { name: 'post.created', key: post.id, payload: toPostCreated(post) };
  }
}

export function toPostCreated(post: PostState): EventMap['post.created'] {
  return {
    postId: post.id,
    orgId: post.orgId,
    visibility: post.visibility,
    timeZone: post.timeZone,
    language: post.language,
    aggregateVersion: post.version,
    occurredAt: post.createdAt.getTime(),
    actorId: post.authorId,
    authorId: post.authorId,
    kind: post.kind,
    status: post.status,
    title: post.title,
    description: post.description === '' ? null : post.description,
    category: post.category,
    tags: [],
    attributes: { ...post.attributes, color: [...post.attributes.color] },
    identifiers: [],
    sealedIdentifiers: null,
    sealedProof: null,
    location: post.location,
    publicLocation: post.publicPlace,
    radiusMeters: post.radiusMeters,
    occurredFrom: post.occurredFrom.getTime(),
    occurredTo: post.occurredTo.getTime(),
    photos: [],
    photosVersion: post.version,
    reward: post.reward,
    reference: post.reference,
    intake: 'self',
    createdAt: post.createdAt.getTime(),
    updatedAt: post.updatedAt.getTime(),
    expiresAt: post.expiresAt?.getTime() ?? null,
    batchId: null,
  };
}
