import { type Proposed, PROPOSED_FIELDS, type ProposedField } from './analysis.ts';
import type { Suggestion } from './suggestion.ts';

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
