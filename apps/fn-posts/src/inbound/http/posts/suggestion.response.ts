import { z } from 'zod';
import type { Suggestion } from '../../../domain/post/suggestion.ts';

const text = z.string().nullable();

export const suggestionResponse = z.object({
  analysisId: z.uuid(),
  level: z.enum(['none', 'review', 'suggest', 'auto']),
  status: z.enum(['pending', 'accepted', 'dismissed']),
  title: text,
  description: text,
  category: text,
  tags: z.array(z.string()),
});

export type SuggestionResponse = z.infer<typeof suggestionResponse>;

export function toSuggestionResponse({ analysisId, level, status, proposed }: Suggestion): SuggestionResponse {
  const { title = null, description = null, category = null, tags = [] } = proposed;
  return { analysisId, level, status, title, description, category, tags: [...tags] };
}
