import type { Rarity } from '../scoring/rarity.ts';
import { commonFamily } from '../traits/terms.ts';
import type { Traits } from '../traits/traits.ts';

/** A like word is a weaker agreement than the word itself. */
const SOFTNESS = 0.5;

/** The rarity, in bits, of terms that agree only roughly: bag and backpack, a word and its misspelling. */
export function sharedBroader(lost: Traits, found: Traits, rarity: Rarity): number {
  const family = commonFamily(lost, found);
  const forms = new Set<string>();
  collect(lost, found, forms);
  collect(found, lost, forms);
  let bits = 0;
  for (const form of forms) bits += SOFTNESS * rarity.bits(form, family);
  return bits;
}

/** Forms of one's terms that the other says, as a term or as a form of a term, where the term itself is not shared. */
function collect(one: Traits, { terms, broader }: Traits, into: Set<string>): void {
  let [asTerm, asForm] = [0, 0];
  for (let at = 0; at < one.broader.length; at += 1) {
    const form = one.broader[at] ?? '';
    while (asTerm < terms.length && (terms[asTerm] ?? '') < form) asTerm += 1;
    while (asForm < broader.length && (broader[asForm] ?? '') < form) asForm += 1;
    // What they are is the signal `sort`.
    if (one.sorts.includes(one.terms[one.broaderOf[at] ?? -1] ?? '')) continue;
    if (terms[asTerm] !== form && broader[asForm] !== form) continue;
    if (!terms.includes(one.terms[one.broaderOf[at] ?? -1] ?? '')) into.add(form);
  }
}
