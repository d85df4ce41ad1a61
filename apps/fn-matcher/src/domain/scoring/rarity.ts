import { familyTerm, withinFamily } from '../traits/terms.ts';
import type { TermFrequencies } from './term-frequencies.ts';

/** How common terms are among lost things everywhere, for the time when a house has seen few posts. */
export interface Background {
  /** As many posts of its own a house needs until they count as much as this. */
  readonly posts: number;
  readonly shares: Readonly<Record<string, number>>;
  /** Of a term that is not listed. */
  readonly otherwise: number;
}

export const NO_BACKGROUND: Background = { posts: 1, shares: {}, otherwise: 0.5 };

/** Posts of a family needed until what is common in it counts as much as what is common everywhere. */
const FAMILY_POSTS = 50;

/** How rare a term is, in bits: log2(1/share). "Zip" is common among bags and rare among phones. */
export class Rarity {
  readonly #frequencies: TermFrequencies;
  readonly #background: Background;
  readonly #known = new Map<string, Map<string, number>>();

  constructor(frequencies: TermFrequencies, background: Background) {
    this.#frequencies = frequencies;
    this.#background = background;
  }

  bits(term: string, family: string): number {
    const known = this.#ofFamily(family);
    const bits = known.get(term) ?? -Math.log2(this.#share(term, family));
    known.set(term, bits);
    return bits;
  }

  #ofFamily(family: string): Map<string, number> {
    const known = this.#known.get(family) ?? new Map<string, number>();
    this.#known.set(family, known);
    return known;
  }

  #share(term: string, family: string): number {
    const everywhere = this.#shareEverywhere(term);
    const posts = this.#frequencies.count(familyTerm(family));
    const background = this.#background.shares[withinFamily(term, family)];
    const usual = background === undefined ? everywhere : (everywhere + background) / 2;
    const seen = withoutPair(this.#frequencies.count(withinFamily(term, family)));
    return Math.min(1, (seen + FAMILY_POSTS * usual) / (posts + FAMILY_POSTS));
  }

  #shareEverywhere(term: string): number {
    const { posts, shares, otherwise } = this.#background;
    return (
      (withoutPair(this.#frequencies.count(term)) + posts * (shares[term] ?? otherwise)) /
      (this.#frequencies.posts + posts)
    );
  }
}

/** The two that share it are no sign that it is common. */
function withoutPair(count: number): number {
  return Math.max(0, count - 2);
}
