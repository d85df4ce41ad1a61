import { readCategories } from '../../src/outbound/knowledge/read-categories.ts';
import { readLexicon } from '../../src/outbound/knowledge/read-lexicon.ts';
import type { World } from './learn-from.ts';

/** The words and categories that the service itself goes by. */
export function openWorld(): World {
  return { lexicon: readLexicon(), categories: readCategories() };
}
