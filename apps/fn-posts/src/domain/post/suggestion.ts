import { CATEGORIES } from './category.ts';
import type { ItemReport } from './item-report.ts';

/** What an analysis of the photos may propose to change. */
export type Proposed = Pick<ItemReport, 'title' | 'description' | 'category' | 'tags'>;
export const PROPOSED_FIELDS = ['title', 'description', 'category', 'tags'] as const;
export type ProposedField = (typeof PROPOSED_FIELDS)[number];

/** How far the proposals of an analysis may go by themselves. */
export type SuggestionLevel = 'none' | 'review' | 'suggest' | 'auto';

/** What was read from the photos of one version of a post. */
export interface Analysis {
  readonly analysisId: string;
  /** Counts the analyses of a post. */
  readonly version: number;
  /** The `photosVersion` of the post that it read. */
  readonly photosVersion: number;
  readonly level: SuggestionLevel;
  readonly proposed: Partial<Proposed>;
}

export interface Suggestion {
  readonly analysisId: string;
  readonly version: number;
  readonly level: SuggestionLevel;
  readonly status: 'pending' | 'accepted' | 'dismissed';
  readonly proposed: Partial<Proposed>;
  /** What stood in the post where it was accepted. */
  readonly replaced: Partial<Proposed>;
}

const MOST_TAGS = 20;

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

/** What the post would be with these of the proposals; words are added to those that it has. */
export function proposedChanges(
  { proposed }: Suggestion,
  current: Proposed,
  fields: readonly ProposedField[],
): Partial<Proposed> {
  const { tags, ...rest } = only(proposed, fields);
  if (tags === undefined) return rest;
  return { ...rest, tags: [...new Set([...current.tags, ...tags])].slice(0, MOST_TAGS) };
}

/** What even the highest level changes unasked: words, and what the author left open. Never what she wrote. */
export function fieldsLeftOpen({ proposed }: Suggestion, current: Proposed): ProposedField[] {
  const { category = current.category } = proposed;
  const isOpen: Record<ProposedField, boolean> = {
    title: false,
    description: current.description === '',
    category: current.category === 'other.other' || current.category === `${category.split('.')[0]}.other`,
    tags: true,
  };
  return PROPOSED_FIELDS.filter((field) => isOpen[field]);
}

/** Back to what was replaced, where nobody has changed it since. */
export function undoneChanges({ proposed, replaced }: Suggestion, current: Proposed): Partial<Proposed> {
  const { tags, ...rest } = replaced;
  const untouched = only(
    rest,
    PROPOSED_FIELDS.filter((field) => current[field] === proposed[field]),
  );
  if (tags === undefined) return untouched;
  const added = new Set(proposed.tags?.filter((tag) => !tags.includes(tag)));
  return { ...untouched, tags: current.tags.filter((tag) => !added.has(tag)) };
}

export function only(of: Partial<Proposed>, fields: readonly string[]): Partial<Proposed> {
  return Object.fromEntries(Object.entries(of).filter(([field]) => fields.includes(field)));
}
