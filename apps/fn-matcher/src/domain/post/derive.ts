import { type Block, blockOf } from '../blocking/block.ts';
import type { Lexicon } from '../text/lexicon.ts';
import { termsOf } from '../traits/terms.ts';
import { traitsOf } from '../traits/traits-of.ts';
import type { Traits } from '../traits/traits.ts';
import { itemOf } from './item-of.ts';
import type { KnownPost } from './known-post.ts';
import { hashOfTerm } from '../frequencies/term-hash.ts';

/** What of a post is compared, found by and counted. */
export interface Derived {
  readonly traits: Traits;
  readonly block: Block;
  /** Hashes. */
  readonly terms: readonly number[];
}

/** Null: nobody is to find it. */
export function derive(post: KnownPost, lexicon: Lexicon): Derived | null {
  const item = itemOf(post);
  if (item === null) return null;
  const traits = traitsOf(item, lexicon);
  return { traits, block: blockOf(traits), terms: [...new Set(termsOf(traits).map(hashOfTerm))] };
}
