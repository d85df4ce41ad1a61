import { isCategory } from '@foundnow/kernel';
import type { Proposed, SuggestionLevel, Analysis } from './analysis.ts';
import { MOST_CHARACTERS } from './text-limits.ts';

export interface Suggestion {
  readonly analysisId: string;
  readonly version: number;
  readonly level: SuggestionLevel;
  readonly status: 'pending' | 'accepted' | 'dismissed';
  readonly proposed: Partial<Proposed>;
  /** What stood in the post where it was accepted. */
  readonly replaced: Partial<Proposed>;
}

/** Without what a post could not hold. */
export function suggestionFrom({ analysisId, version, level, proposed }: Analysis): Suggestion {
  const { title, description, category } = proposed;
  const tags = proposed.tags?.filter((tag) => tag.length <= MOST_CHARACTERS.tag) ?? [];
  const known = {
    ...(title !== undefined && title.length <= MOST_CHARACTERS.title && { title }),
    ...(description !== undefined && description.length <= MOST_CHARACTERS.description && { description }),
    ...(category !== undefined && isCategory(category) && { category }),
    ...(tags.length > 0 && { tags }),
  };
  const isEmpty = level === 'none' || Object.keys(known).length === 0;
  return { analysisId, version, level, status: isEmpty ? 'dismissed' : 'pending', proposed: known, replaced: {} };
}
