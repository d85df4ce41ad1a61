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

const OWN = SOURCE.text | SOURCE.name;

export function partOf(one: number, other: number): Part {
  if (((one | other) & SOURCE.marks) !== 0) return 'marks';
  // The signals of brand and model have that already.
  if ((one & other) === SOURCE.name) return 'none';
  if ((one & OWN) !== 0 && (other & OWN) !== 0) return 'text';
  return ((one | other) & SOURCE.writing) === 0 ? 'tags' : 'writing';
}

export function sharedTerms(lost: Traits, found: Traits, rarity: Rarity, part: Part): Shared {
  const family = commonFamily(lost, found);
  const [ours, theirs] = [lost.terms, found.terms];
  let count = 0;
  let bits = 0;
  for (let i = 0, j = 0; i < ours.length && j < theirs.length;) {
    const [term, other] = [ours[i] ?? '', theirs[j] ?? ''];
    if (term === other && partOf(lost.sources[i] ?? 0, found.sources[j] ?? 0) === part) {
      count += 1;
      bits += rarity.bits(term, family);
    }
    if (term <= other) i += 1;
    if (other <= term) j += 1;
  }
  return { count, bits };
}
