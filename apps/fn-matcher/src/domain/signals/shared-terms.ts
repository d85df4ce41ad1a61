import type { Rarity } from '../scoring/rarity.ts';
import { commonFamily } from '../traits/terms.ts';
import { SOURCE, type Traits } from '../traits/traits.ts';

export interface Shared {
  readonly count: number;
  /** Sum of the rarities. */
  readonly bits: number;
}

/** Which signal a shared term is for, by who says it on either side: each is counted once, where it says most. */
export type Part = 'marks' | 'text' | 'writing' | 'tags' | 'none';

export const OWN_WORDS = SOURCE.text | SOURCE.name;

export function partOf(one: number, other: number): Part {
  if (((one | other) & SOURCE.marks) !== 0) return 'marks';
  // The signals of brand and model have that already.
  if ((one & other) === SOURCE.name) return 'none';
  if ((one & OWN_WORDS) !== 0 && (other & OWN_WORDS) !== 0) return 'text';
  return ((one | other) & SOURCE.writing) === 0 ? 'tags' : 'writing';
}

export type SharedParts = Readonly<Record<Part, Shared>>;

/** What two items both say, worked out once for all signals of words, which ask one after the other. */
export class SharedTerms {
  #lost: Traits | null = null;
  #found: Traits | null = null;
  #shared: SharedParts = noParts();

  constructor(readonly rarity: Rarity) {}

  of(lost: Traits, found: Traits): SharedParts {
    if (this.#lost !== lost || this.#found !== found) {
      this.#shared = sharedParts(lost, found, this.rarity);
      [this.#lost, this.#found] = [lost, found];
    }
    return this.#shared;
  }
}

function sharedParts(lost: Traits, found: Traits, rarity: Rarity): SharedParts {
  const family = commonFamily(lost, found);
  const parts = noParts();
  const [ours, theirs] = [lost.terms, found.terms];
  for (let i = 0, j = 0; i < ours.length && j < theirs.length;) {
    const [term, other] = [ours[i] ?? '', theirs[j] ?? ''];
    if (term === other && !(lost.sorts.includes(term) && found.sorts.includes(term))) {
      const part = parts[partOf(lost.sources[i] ?? 0, found.sources[j] ?? 0)];
      part.count += 1;
      part.bits += rarity.bits(term, family);
    }
    if (term <= other) i += 1;
    if (other <= term) j += 1;
  }
  return parts;
}

function noParts() {
  const none = () => ({ count: 0, bits: 0 });
  return { marks: none(), text: none(), writing: none(), tags: none(), none: none() };
}
