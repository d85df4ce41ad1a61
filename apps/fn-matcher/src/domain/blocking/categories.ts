import { CATEGORIES, isCategory } from '@foundnow/kernel';

/** Pairs that people take for each other, as `lexicon/categories.json` lists them. */
export type ConfusedPairs = readonly (readonly [string, string])[];

/** Nobody knows what it is: compared with everything. */
const ANYTHING = 'other.other';

export interface CategoryTable {
  /** Whether items of one may be items of the other: the same, of one group, or taken for each other. */
  readonly areCompatible: (one: string, other: string) => boolean;
  /** The same, or taken for each other, which is less than of one group. */
  readonly areConfusable: (one: string, other: string) => boolean;
  /** All of which one of these may be, by the one or the other. */
  readonly all: (categories: readonly string[], fits: 'areCompatible' | 'areConfusable') => readonly string[];
}

export function categoryTable(pairs: ConfusedPairs): CategoryTable {
  const confused = new Set<string>();
  for (const [one, other] of pairs) {
    const unknown = [one, other].find((category) => !isCategory(category));
    if (unknown !== undefined) throw new TypeError(`lexicon/categories.json: ${unknown} is no category`);
    confused.add(`${one} ${other}`).add(`${other} ${one}`);
  }
  const areConfusable = (one: string, other: string) => one === other || confused.has(`${one} ${other}`);
  const areCompatible = (one: string, other: string) =>
    isAnything(one) || isAnything(other) || groupOf(one) === groupOf(other) || areConfusable(one, other);
  const by = { areConfusable, areCompatible };
  return {
    ...by,
    all: (categories, fits) =>
      [...CATEGORIES, UNKNOWN].filter((each) => categories.some((category) => by[fits](category, each))),
  };
}

/** What is no category of ours is kept under this name. */
export const UNKNOWN = 'unknown';

export function groupOf(category: string): string {
  return category.split('.', 1)[0] ?? category;
}

function isAnything(category: string): boolean {
  return category === ANYTHING || !isCategory(category);
}
