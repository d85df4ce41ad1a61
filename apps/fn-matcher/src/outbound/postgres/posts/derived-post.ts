import type { Tx } from '@foundnow/postgres';
import type { Block } from '../../../domain/blocking/block.ts';
import { groupOf } from '../../../domain/blocking/categories.ts';
import { cellsAt } from '../../../domain/blocking/cells.ts';
import { reachClassOf } from '../../../domain/blocking/reach.ts';
import type { Derived } from '../../../domain/post/derive.ts';
import { storedTraits } from '../../../domain/traits/traits-of.ts';
import { PostChange } from './post-change.ts';

const UNBLOCK = 'delete from matcher.post_block where post_id = $1';
const BLOCK = `insert into matcher.post_block (post_id, category, category_group, kind, reach_class, travels, cell5,
    cell7, happened_to, happened_from, lat, lng, reach_meters)
  select $1, category, category_group, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13
  from unnest($2::text[], $3::text[]) as given (category, category_group)`;

/** Kept as it is read, letter for letter: what is the same text is compared alike. */
export function traitsText({ traits }: Derived): string {
  return JSON.stringify(storedTraits(traits));
}

/** What a post is compared by and found by. Null: it is not looked for. */
export function keepDerived(tx: Tx, postId: string, derived: Derived | null, change = new PostChange(postId)): void {
  change.compareAnew();
  change.set({
    traits: derived && traitsText(derived),
    traits_version: derived && derived.traits.traitsVersion,
    terms: derived && derived.terms,
  });
  change.send(tx);
  tx.send(UNBLOCK, [postId]);
  if (derived !== null) tx.send(BLOCK, [postId, ...blockValues(derived.block)]);
}

export function blockValues(block: Block): unknown[] {
  const { kind, categories, travels, from, to, lat, lng, reachMeters } = block;
  const { cell5, cell7 } = cellsAt(block);
  const when = [Math.round(to), Math.round(from)];
  const where = [reachClassOf(reachMeters), travels, cell5, cell7, ...when, lat, lng, reachMeters];
  return [categories, categories.map(groupOf), kind, ...where];
}
