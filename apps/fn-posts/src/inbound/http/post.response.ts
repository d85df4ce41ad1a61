import { z } from 'zod';
import type { PostState } from '../../domain/post-state.ts';

const point = z.object({ lat: z.number(), lng: z.number() });
const timestamp = z.iso.datetime();

export const postResponse = z.object({
  id: z.uuid(),
  version: z.int(),
  kind: z.enum(['lost', 'found']),
  status: z.enum(['active', 'resolved', 'expired', 'deleted']),
  title: z.string(),
  description: z.string(),
  category: z.string(),
  attributes: z.object({
    brand: z.string().nullable(),
    model: z.string().nullable(),
    color: z.array(z.string()),
    material: z.string().nullable(),
    marks: z.string().nullable(),
  }),
  place: point.extend({ exact: z.boolean() }),
  address: z.string().nullable(),
  radiusMeters: z.int(),
  occurredFrom: timestamp,
  occurredTo: timestamp,
  timeZone: z.string(),
  visibility: z.enum(['public', 'organization', 'private']),
  language: z.string(),
  reward: z.object({ amountMinor: z.int(), currency: z.string() }).nullable(),
  reference: z.string().nullable(),
  createdAt: timestamp,
  updatedAt: timestamp,
  expiresAt: timestamp.nullable(),
});

export type PostResponse = z.infer<typeof postResponse>;

/** The author sees the true place and the address; everybody else the public point. */
export function toPostResponse(post: PostState, viewerId: string | null): PostResponse {
  const own = viewerId === post.authorId;
  return {
    id: post.id,
    version: post.version,
    kind: post.kind,
    status: post.status,
    title: post.title,
    description: post.description,
    category: post.category,
    attributes: { ...post.attributes, color: [...post.attributes.color] },
    place: own
      ? { lat: post.location.lat, lng: post.location.lng, exact: true }
      : { ...post.publicPlace, exact: false },
    address: own ? post.location.address : null,
    radiusMeters: post.radiusMeters,
    occurredFrom: post.occurredFrom.toISOString(),
    occurredTo: post.occurredTo.toISOString(),
    timeZone: post.timeZone,
    visibility: post.visibility,
    language: post.language,
    reward: post.reward ? { ...post.reward } : null,
    reference: post.reference,
    createdAt: post.createdAt.toISOString(),
    updatedAt: post.updatedAt.toISOString(),
    expiresAt: post.expiresAt?.toISOString() ?? null,
  };
}
