import type { PostState } from '../../../domain/post/post-state.ts';
import type { PostRow } from './post.row.ts';

export function toRow(post: PostState): PostRow {
  return {
    id: post.id,
    version: post.version,
    kind: post.kind,
    status: post.status,
    title: post.title,
    description: post.description,
    category: post.category,
    attributes: post.attributes,
    lat: post.location.lat,
    lng: post.location.lng,
    accuracy_meters: post.location.accuracyMeters,
    address: post.location.address,
    public_lat: post.publicPlace.lat,
    public_lng: post.publicPlace.lng,
    radius_meters: post.radiusMeters,
    occurred_from: post.occurredFrom,
    occurred_to: post.occurredTo,
    time_zone: post.timeZone,
    visibility: post.visibility,
    language: post.language,
    reward_amount_minor: post.reward ? String(post.reward.amountMinor) : null,
    reward_currency: post.reward?.currency ?? null,
    reference: post.reference,
    author_id: post.authorId,
    org_id: post.orgId,
    intake: post.intake,
    photos_version: post.photosVersion,
    created_at: post.createdAt,
    updated_at: post.updatedAt,
    expires_at: post.expiresAt,
  };
}

export function toState(row: PostRow): PostState {
  return {
    id: row.id,
    version: row.version,
    kind: row.kind,
    status: row.status,
    title: row.title,
    description: row.description,
    category: row.category,
    attributes: row.attributes,
    location: { lat: row.lat, lng: row.lng, accuracyMeters: row.accuracy_meters, address: row.address },
    publicPlace: { lat: row.public_lat, lng: row.public_lng },
    radiusMeters: row.radius_meters,
    occurredFrom: row.occurred_from,
    occurredTo: row.occurred_to,
    timeZone: row.time_zone,
    visibility: row.visibility,
    language: row.language,
    reward: rewardOf(row),
    reference: row.reference,
    authorId: row.author_id,
    orgId: row.org_id,
    intake: row.intake,
    photosVersion: row.photos_version,
    createdAt: row.created_at,
    updatedAt: row.updated_at,
    expiresAt: row.expires_at,
  };
}

function rewardOf({ reward_amount_minor: amount, reward_currency: currency }: PostRow): PostState['reward'] {
  return amount === null || currency === null ? null : { amountMinor: Number(amount), currency };
}
