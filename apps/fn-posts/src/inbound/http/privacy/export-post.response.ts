import { z } from 'zod';
import type { Suggestion } from '../../../domain/post/suggestion.ts';
import type { HeldPost } from '../../../use-cases/privacy/export-post.ts';
import { postResponse, toPostResponse } from '../posts/post.response.ts';

const proposed = z.object({
  title: z.string().optional(),
  description: z.string().optional(),
  category: z.string().optional(),
  tags: z.array(z.string()).optional(),
});

const suggestion = z.object({
  analysisId: z.uuid(),
  version: z.int(),
  level: z.string(),
  status: z.string(),
  proposed: proposed.describe('What was read from your photos.'),
  replaced: proposed.describe('What stood in the post before you took it.'),
});

/** What the API shows an author, and what it does not have to show her. */
export const heldPostResponse = postResponse.extend({
  accuracyMeters: z.number().nullable(),
  publicPlace: z.object({ lat: z.number(), lng: z.number() }).describe('Where strangers are told that it was.'),
  orgId: z.uuid().nullable(),
  intake: z.string(),
  suggestion: suggestion.nullable(),
  hasSealedIdentifiers: z.boolean().describe('Numbers are kept, closed so that fn-matcher alone can read them.'),
  hasSealedProof: z.boolean().describe('The same of the answers to your questions.'),
  change: z.object({
    type: z.string(),
    by: z.enum(['author', 'staff', 'system']),
    reason: z.string().nullable(),
    fields: z.array(z.string()),
  }),
});

export function toHeldPost({ view, suggestion: held, change, ...post }: HeldPost): z.infer<typeof heldPostResponse> {
  const { orgId, intake, publicPlace, hasSealedIdentifiers, hasSealedProof } = post;
  return {
    ...toPostResponse(view),
    accuracyMeters: view.accuracyMeters,
    orgId,
    intake,
    publicPlace: { lat: publicPlace.lat, lng: publicPlace.lng },
    suggestion: held && suggestionOf(held),
    hasSealedIdentifiers,
    hasSealedProof,
    change: { ...change, fields: [...change.fields] },
  };
}

function suggestionOf({ analysisId, version, level, status, proposed: what, replaced }: Suggestion) {
  return { analysisId, version, level, status, proposed: wordsOf(what), replaced: wordsOf(replaced) };
}

function wordsOf({ title, description, category, tags }: Suggestion['proposed']): z.infer<typeof proposed> {
  return {
    ...(title !== undefined && { title }),
    ...(description !== undefined && { description }),
    ...(category !== undefined && { category }),
    ...(tags !== undefined && { tags: [...tags] }),
  };
}
