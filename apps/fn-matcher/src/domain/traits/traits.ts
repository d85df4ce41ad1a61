import type { ItemIdentifier, VisualVector } from '../item/item.ts';

/** Raised when `traitsOf` reads an item differently: older traits are derived again. */
export const TRAITS_VERSION = 2;

/** An item as the signals compare it: everything is read already, and nothing is left to parse. */
export interface Traits {
  readonly traitsVersion: number;
  readonly kind: 'lost' | 'found';
  /** What the author says, then what the photos show when that differs. */
  readonly categories: readonly string[];
  readonly lat: number;
  readonly lng: number;
  /** The blurred point that strangers may see; older posts have none. */
  readonly publicPlace?: { readonly lat: number; readonly lng: number };
  /** How far off the place may be: radius and accuracy. */
  readonly spreadMeters: number;
  /** H3 cells of the place, from wide to narrow. */
  readonly cells: readonly string[];
  readonly from: number;
  readonly to: number;
  readonly reportedAt: number;
  /** What is said of the item, in words of no language. Sorted. */
  readonly terms: readonly string[];
  /** Per term who says it: a sum of `SOURCE`s. */
  readonly sources: readonly number[];
  /** Sum of all of them. */
  readonly allSources: number;
  /** More general or rougher forms of the terms. Sorted. */
  readonly broader: readonly string[];
  /** Per form the place of its term. */
  readonly broaderOf: readonly number[];
  /** The terms that say what it is, not what belongs to it. Sorted. */
  readonly sorts: readonly string[];
  /** More general ones. Sorted. */
  readonly widerSorts: readonly string[];
  /** Makers, normalised, the author's first. */
  readonly brands: readonly string[];
  /** Names of models, normalised, words from general to specific. */
  readonly models: readonly string[];
  /** The main one first. */
  readonly colors: readonly ColorTrait[];
  readonly materials: readonly string[];
  readonly identifiers: readonly ItemIdentifier[];
  /** PDQ hashes of the photos, eight words of 32 bits each. */
  readonly photoHashes: readonly (readonly number[])[];
  readonly vectors: readonly VisualVector[];
}

/** As it is kept: vectors have columns of their own. */
export type StoredTraits = Omit<Traits, 'vectors'>;

export interface ColorTrait {
  /** A colour of the lexicon, or the author's word. */
  readonly name: string;
  /** Whether the author says it, or only the photos. */
  readonly said: boolean;
}

/** Who says a term: title, text and tags of the author; his marks; tags of the photos; writing in them; a maker's name. */
export const SOURCE = { text: 1, marks: 2, tags: 4, writing: 8, name: 16 } as const;
