import type { Traits } from '../traits/traits.ts';

/** What people have with them on a journey. */
const CATEGORIES = new Set(['bags.suitcase', 'documents.passport', 'documents.ticket']);
/** Said of an item, these places say that it was on its way. */
const PLACES = ['train', 'metro', 'tram', 'bus', 'taxi', 'plane', 'ferry', 'station'];
const TERMS = new Set(PLACES.map((place) => `c:place:${place}`));

export function travels({ categories, terms }: Pick<Traits, 'categories' | 'terms'>): boolean {
  return categories.some((category) => CATEGORIES.has(category)) || terms.some((term) => TERMS.has(term));
}
