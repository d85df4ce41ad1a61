import type { Traits } from '../traits/traits.ts';
import type { SharedTerms } from './shared-terms.ts';

/** What one signal says of two items. */
export interface Evidence {
  /** The model file holds m and u of each level. */
  readonly level: string;
  /** How rare it is, in bits, that which the two share: log2(1/share of posts). */
  readonly rarity?: number;
  /** For both sides to read: no value that only one of them may know, distances rounded. */
  readonly words: string;
}

/** Null when one of the two says nothing about it: what is missing speaks neither for nor against. */
export type Compare = (lost: Traits, found: Traits, terms: SharedTerms) => Evidence | null;

export interface Signal {
  readonly name: string;
  readonly compare: Compare;
}
