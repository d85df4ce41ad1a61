import type { ConceptKind } from './lexicon.ts';

export interface ReadConcept {
  /** As in the lexicon's first column; `lexicon.broader(id)` leads from `backpack` to `bag`. */
  readonly id: string;
  /** An item that only describes another one, as in `phone case` or `bag with a laptop`, counts as its part. */
  readonly weightHint: ConceptKind;
}

/** What a text says, in terms that are the same in every language. */
export interface ReadText {
  readonly concepts: readonly ReadConcept[];
  /** The first brand that is named. */
  readonly brand: string | null;
  readonly brands: readonly string[];
  /** `iphone 13 pro`, `galaxy s21`, `wh1000xm4`: from general to specific, word by word. */
  readonly models: readonly string[];
  readonly colors: readonly string[];
  readonly materials: readonly string[];
  /** Stems of what the lexicon does not know: rare words, names of people and things. */
  readonly rest: readonly string[];
  /** Bare numbers and measures: `42`, `500ml`, `55x40x20`. */
  readonly numbers: readonly string[];
}

export const NOTHING_READ: ReadText = {
  concepts: [],
  brand: null,
  brands: [],
  models: [],
  colors: [],
  materials: [],
  rest: [],
  numbers: [],
};
