import type { EventMap } from '@foundnow/contracts';
import type { Photo } from '../src/domain/photo/photo.ts';
import { aPhoto } from './photo.builder.ts';
import type { PostState } from '../src/domain/post/post-state.ts';

type PostEvent = Partial<EventMap['post.created'] & EventMap['post.deleted']> &
  Pick<EventMap['post.created'], 'postId' | 'occurredAt'>;

/** The post that a golden example tells of; what an event does not say, it is not asked for. */
export function postOf(example: PostEvent): PostState {
  const time = (millis: number | null | undefined) => new Date(millis ?? example.occurredAt);
  const nowhere = { lat: 0, lng: 0, accuracyMeters: null, address: null };
  return {
    id: example.postId,
    version: example.aggregateVersion ?? 1,
    visibility: known(example.visibility, 'public'),
    kind: known(example.kind, 'lost'),
    status: known(example.status, 'active'),
    title: example.title ?? '',
    description: example.description ?? '',
    category: example.category ?? 'other.other',
    tags: example.tags ?? [],
    attributes: example.attributes ?? { brand: null, model: null, color: [], material: null, marks: null },
    location: example.location ?? nowhere,
    publicPlace: example.publicLocation ?? nowhere,
    radiusMeters: example.radiusMeters ?? 1000,
    occurredFrom: time(example.occurredFrom),
    occurredTo: time(example.occurredTo),
    timeZone: example.timeZone ?? 'UTC',
    language: example.language ?? 'en',
    reward: example.reward ?? null,
    identifiers: example.identifiers ?? [],
    sealedIdentifiers: example.sealedIdentifiers ?? null,
    proofQuestions: [],
    sealedProof: example.sealedProof ?? null,
    reference: example.reference ?? null,
    authorId: example.authorId ?? null,
    orgId: example.orgId ?? null,
    intake: example.intake === 'desk' ? 'desk' : 'self',
    photos: example.photos?.map(photoOf) ?? example.photoIds?.map((id) => aPhoto({ id })) ?? [],
    photosVersion: example.photosVersion ?? 1,
    suggestion: null,
    createdAt: time(example.createdAt),
    updatedAt: time(example.updatedAt),
    expiresAt: example.expiresAt ? time(example.expiresAt) : null,
    dueAt: null,
    closedAt: null,
    lastChange: { type: 'reported', by: null, reason: null, fields: [] },
  };
}

export function photoOf({
  photoId,
  position: _,
  variants,
  publicVariants,
  ...photo
}: EventMap['post.photo_added']['photo']): Photo {
  const placeholder = 'data:image/webp;base64,UklGRg==';
  return { ...photo, id: photoId, placeholder, forms: variants, publicForms: publicVariants };
}

function known<T extends string>(value: T | 'unknown' | undefined, otherwise: T): T {
  if (value === 'unknown') throw new Error('An example must not use the symbol that stands for what is not known');
  return value ?? otherwise;
}
