import type { Rarity } from '../scoring/rarity.ts';
import { commonFamily } from '../traits/terms.ts';
import type { Traits } from '../traits/traits.ts';
import type { Shared } from './shared-terms.ts';

/** A like word is a weaker agreement than the word itself. */
const SOFTNESS = 0.5;

/** Terms that agree only roughly: bag and backpack, a word and its misspelling. */
export function sharedBroader(lost: Traits, found: Traits, rarity: Rarity): Shared {
  const family = commonFamily(lost, found);
  const shared = new Set<string>();
  collect(lost, found, shared);
  collect(found, lost, shared);
  let bits = 0;
  for (const form of shared) bits += SOFTNESS * rarity.bits(form, family);
  return { count: shared.size, bits };
}

/** Forms of one's terms that the other says, as a term or as a form of a term, where the term itself is not shared. */
function collect(one: Traits, other: Traits, into: Set<string>): void {
  for (let at = 0; at < one.broader.length; at += 1) {
    const form = one.broader[at] ?? '';
    if (!has(other.terms, form) && !has(other.broader, form)) continue;
    if (!has(other.terms, one.terms[one.broaderOf[at] ?? -1] ?? '')) into.add(form);
  }
}

/** Binary search in a sorted list. */
function has(sorted: readonly string[], wanted: string): boolean {
  let [low, high] = [0, sorted.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((sorted[middle] ?? '') < wanted) low = middle + 1;
    else high = middle;
  }
  return sorted[low] === wanted;
}
