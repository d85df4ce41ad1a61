import { z } from 'zod';
import type { PostView } from '../../../domain/post/post-view.ts';
import { photoResponse, toPhotoResponse } from '../photos/photo.response.ts';
import { suggestionResponse, toSuggestionResponse } from './suggestion.response.ts';

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
  tags: z.array(z.string()),
  photos: z.array(photoResponse).describe('In their order. Addresses are at GET /posts/{id}/photos.'),
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
  identifierTypes: z
    .array(z.string())
    .nullable()
    .describe('Which kinds of numbers were given. For the author and her organization.'),
  proofQuestions: z.array(z.string()).nullable().describe('For the author alone. The answers are shown to nobody.'),
  suggestion: suggestionResponse.nullable().describe('For the author and her organization.'),
});

export type PostResponse = z.infer<typeof postResponse>;

/** The answer to whoever wrote something. */
export const writtenPostResponse = postResponse.extend({
  warnings: z
    .array(z.object({ path: z.string(), code: z.string(), detail: z.string() }))
    .describe('What was changed about the text before it was kept.'),
});

export type WrittenPostResponse = z.infer<typeof writtenPostResponse>;

export function toPostResponse({ place, exact, closeness: _, inner, ...post }: PostView): PostResponse {
  return {
    ...post,
    tags: [...post.tags],
    photos: post.photos.map(toPhotoResponse),
    attributes: { ...post.attributes, color: [...post.attributes.color] },
    place: { ...place, exact },
    occurredFrom: post.occurredFrom.toISOString(),
    occurredTo: post.occurredTo.toISOString(),
    reward: post.reward && { ...post.reward },
    createdAt: post.createdAt.toISOString(),
    updatedAt: post.updatedAt.toISOString(),
    expiresAt: post.expiresAt?.toISOString() ?? null,
    identifierTypes: inner && [...inner.identifierTypes],
    proofQuestions: inner?.proofQuestions ? [...inner.proofQuestions] : null,
    suggestion: inner?.suggestion ? toSuggestionResponse(inner.suggestion) : null,
  };
}
