import { type Proposed, PROPOSED_FIELDS, type ProposedField } from './analysis.ts';
import type { Suggestion } from './suggestion.ts';

const MOST_TAGS = 20;

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
