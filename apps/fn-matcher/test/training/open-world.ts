import { readCategories } from '../../src/outbound/knowledge/read-categories.ts';
import type { World } from './learn-from.ts';

/** The words and categories that the service itself goes by. */
export function openWorld(): World {
  return {
    lexicon: { broader: () => [], categoriesOf: () => [], colorDistance: () => null },
    categories: readCategories(),
  };
}
