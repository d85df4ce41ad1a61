/** The words of things in five languages, built once from the files in `lexicon/`. */
export interface Lexicon {
  /** The concepts above one, nearest first: `backpack` → `bag`. */
  broader(concept: string): readonly string[];
  /** The item categories that a concept or a brand speaks for; none where it may be anything. */
  categoriesOf(concept: string): readonly string[];
  /** How far two named colors are apart as people see them: 0 the same, 1 as black from white; null for an unknown one. */
  colorDistance(a: string, b: string): number | null;
}
