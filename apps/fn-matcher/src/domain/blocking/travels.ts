import type { Traits } from '../traits/traits.ts';

/** What people have with them on a journey. */
const CATEGORIES = new Set(['bags.suitcase', 'documents.passport', 'documents.ticket']);
/** Said of an item, these say that it was on its way. */
const VEHICLES = ['train', 'tram', 'bus', 'metro', 'subway', 'taxi', 'ferry', 'ship', 'plane', 'airplane', 'coach'];
const PLACES = [
  'airport',
  'station',
  'train-station',
  'bus-station',
  'platform',
  'terminal',
  'harbour',
  'luggage',
  'flight',
];
const TERMS = new Set([...VEHICLES, ...PLACES].map((concept) => `c:${concept}`));

export function travels({ categories, terms }: Pick<Traits, 'categories' | 'terms'>): boolean {
  return categories.some((category) => CATEGORIES.has(category)) || terms.some((term) => TERMS.has(term));
}
