import { z } from 'zod';
import type { PostView } from '../../../domain/post/post-view.ts';

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

export function toPostResponse({ place, exact, ...post }: PostView): PostResponse {
  return {
    ...post,
    attributes: { ...post.attributes, color: [...post.attributes.color] },
    place: { ...place, exact },
    occurredFrom: post.occurredFrom.toISOString(),
    occurredTo: post.occurredTo.toISOString(),
    reward: post.reward && { ...post.reward },
    createdAt: post.createdAt.toISOString(),
    updatedAt: post.updatedAt.toISOString(),
    expiresAt: post.expiresAt?.toISOString() ?? null,
  };
}
