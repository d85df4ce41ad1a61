import { uuid } from '@foundnow/http';
import { z } from 'zod';
import { PROPOSED_FIELDS } from '../../../domain/post/analysis.ts';

/** `POST /posts/{id}/suggestion/accept`: the suggestion that was read, all of it where nothing else is said. */
export const acceptSuggestionRequest = z.strictObject({
  analysisId: uuid,
  fields: z
    .array(z.enum(PROPOSED_FIELDS))
    .min(1)
    .max(PROPOSED_FIELDS.length)
    .default([...PROPOSED_FIELDS]),
});

export type AcceptSuggestionRequest = z.infer<typeof acceptSuggestionRequest>;
