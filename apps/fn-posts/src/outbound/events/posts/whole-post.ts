import type { EventMap } from '@foundnow/contracts';
import type { PostState } from '../../../domain/post/post-state.ts';
import { wirePhoto } from './wire-photo.ts';
import { screened } from './screened.ts';

/** All that a consumer needs to know the post without asking. */
export function wholePost(post: PostState) {
  const { attributes, location, publicPlace, reward } = post;
  return {
    status: post.status,
    description: post.description === '' ? null : screened(post.description),
    tags: post.tags.map(screened),
    attributes: {
      brand: attributes.brand && screened(attributes.brand),
      model: attributes.model && screened(attributes.model),
      color: attributes.color.map(screened),
      material: attributes.material && screened(attributes.material),
      marks: attributes.marks && screened(attributes.marks),
    },
    identifiers: post.identifiers.map(({ type, keyedHash, hashKeyId }) => ({ type, keyedHash, hashKeyId })),
    sealedIdentifiers: post.sealedIdentifiers,
    sealedProof: post.sealedProof,
    location: {
      lat: location.lat,
      lng: location.lng,
      accuracyMeters: location.accuracyMeters,
      address: location.address && screened(location.address),
    },
    publicLocation: { lat: publicPlace.lat, lng: publicPlace.lng },
    radiusMeters: post.radiusMeters,
    occurredFrom: post.occurredFrom.getTime(),
    occurredTo: post.occurredTo.getTime(),
    photos: post.photos.map(wirePhoto),
    photosVersion: post.photosVersion,
    reward: reward && { amountMinor: reward.amountMinor, currency: reward.currency },
    intake: post.intake,
    updatedAt: post.updatedAt.getTime(),
    expiresAt: post.expiresAt?.getTime() ?? null,
  } satisfies Partial<EventMap['post.snapshot']>;
}
