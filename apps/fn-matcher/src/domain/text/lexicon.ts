import type { Language } from './languages.ts';
import type { SpellingIndex } from './spelling.ts';

/** What a concept says about an item: what it is, what belongs to it, or merely where it was. */
export type ConceptKind = 'item' | 'part' | 'material' | 'pattern' | 'shape' | 'size' | 'state' | 'context';

export interface Sense {
  readonly id: string;
  readonly kind: ConceptKind | 'color';
}

/** What the words of one language mean. Keys are stems, of several words with a space between. */
export interface Speech {
  readonly exact: ReadonlyMap<string, readonly Sense[]>;
  /** The same under roots, for what has no stem there. */
  readonly loose: ReadonlyMap<string, readonly Sense[]>;
  /** Of German words for things of some material: the material. */
  readonly made: ReadonlyMap<string, readonly Sense[]>;
  /** By its first stem or root: how many words the longest phrase has. */
  readonly longest: ReadonlyMap<string, number>;
  readonly spellings: SpellingIndex;
  /** Articles, prepositions and the like: they stand in no phrase. */
  readonly small: ReadonlySet<string>;
  /** Stems of what every post says: lost, found, yesterday. */
  readonly filler: ReadonlySet<string>;
  readonly with: ReadonlySet<string>;
  readonly without: ReadonlySet<string>;
  readonly and: ReadonlySet<string>;
  readonly for: ReadonlySet<string>;
  readonly size: ReadonlySet<string>;
}

export interface BrandForm {
  readonly brand: string;
  /** An ordinary word too (`Guess`, `Coach`): something beside it has to speak for the brand. */
  readonly ordinary: boolean;
}

export interface Family {
  readonly family: string;
  readonly brand: string;
  readonly concept: string;
}

/** Models that people name without their family: `S21` beside `Samsung`. */
export interface BareModel extends Family {
  readonly pattern: RegExp;
  /** One of these words stands in the text; any text when there are none. */
  readonly beside: readonly string[];
}

export interface Names<Named> {
  /** By words as they are written, folded, with a space between. */
  readonly forms: ReadonlyMap<string, Named>;
  readonly longest: ReadonlyMap<string, number>;
}

/** The words of things in five languages, built once from the files in `lexicon/`. */
export interface Lexicon {
  readonly speech: Readonly<Record<Language, Speech>>;
  readonly brands: Names<BrandForm> & { readonly spellings: SpellingIndex };
  readonly families: Names<Family>;
  readonly bareModels: readonly BareModel[];
  /** The concepts above one, nearest first: `backpack` → `bag`. */
  broader(concept: string): readonly string[];
  /** The item categories that a concept or a brand speaks for; none where it may be anything. */
  categoriesOf(concept: string): readonly string[];
  /** How far two named colors are apart as people see them: 0 the same, 1 as black from white; null for an unknown one. */
  colorDistance(a: string, b: string): number | null;
}
