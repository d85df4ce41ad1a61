import type { EventMap } from '@foundnow/contracts';
import type { PostState } from '../../../domain/post/post-state.ts';

/** All that a consumer needs to know the post without asking. */
export function wholePost(post: PostState) {
  const { attributes, location, publicPlace, reward } = post;
  return {
    status: post.status,
    description: post.description === '' ? null : post.description,
    tags: [...post.tags],
    attributes: {
      brand: attributes.brand,
      model: attributes.model,
      color: [...attributes.color],
      material: attributes.material,
      marks: attributes.marks,
    },
    identifiers: post.identifiers.map(({ type, keyedHash, hashKeyId }) => ({ type, keyedHash, hashKeyId })),
    sealedIdentifiers: post.sealedIdentifiers,
    sealedProof: post.sealedProof,
    location: {
      lat: location.lat,
      lng: location.lng,
      accuracyMeters: location.accuracyMeters,
      address: location.address,
    },
    publicLocation: { lat: publicPlace.lat, lng: publicPlace.lng },
    radiusMeters: post.radiusMeters,
    occurredFrom: post.occurredFrom.getTime(),
    occurredTo: post.occurredTo.getTime(),
    photos: [],
    photosVersion: post.photosVersion,
    reward: reward && { amountMinor: reward.amountMinor, currency: reward.currency },
    intake: post.intake,
    updatedAt: post.updatedAt.getTime(),
    expiresAt: post.expiresAt?.getTime() ?? null,
  } satisfies Partial<EventMap['post.snapshot']>;
}
