import { CATEGORIES } from './category.ts';
import type { Proposed, SuggestionLevel, Analysis } from './analysis.ts';

export interface Suggestion {
  readonly analysisId: string;
  readonly version: number;
  readonly level: SuggestionLevel;
  readonly status: 'pending' | 'accepted' | 'dismissed';
  readonly proposed: Partial<Proposed>;
  /** What stood in the post where it was accepted. */
  readonly replaced: Partial<Proposed>;
}

export function suggestionFrom({ analysisId, version, level, proposed }: Analysis): Suggestion {
  const { category, tags, ...text } = proposed;
  const known = {
    ...text,
    ...(category !== undefined && CATEGORIES.includes(category) && { category }),
    ...(tags !== undefined && tags.length > 0 && { tags }),
  };
  const isEmpty = level === 'none' || Object.keys(known).length === 0;
  return { analysisId, version, level, status: isEmpty ? 'dismissed' : 'pending', proposed: known, replaced: {} };
}
