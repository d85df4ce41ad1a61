import { commonFamily, modelTerm } from '../traits/terms.ts';
import type { Compare } from './evidence.ts';

const SAME = 3;
const VAGUER = 2;
const SIBLING = 1;

/** `iphone 13` may well be an `iphone 13 pro`; an `iphone 12` is none. */
export const modelName: Compare = (lost, found, { rarity }) => {
  let best = 0;
  let rarest = 0;
  for (const one of lost.models) {
    for (const other of found.models) {
      const likeness = likenessOf(one, other);
      if (likeness === SAME) rarest = Math.max(rarest, rarity.bits(modelTerm(one), commonFamily(lost, found)));
      best = Math.max(best, likeness);
    }
  }
  if (lost.models.length === 0 || found.models.length === 0) return null;
  if (best === SAME) return { level: 'same', rarity: rarest, words: 'the same model' };
  if (best === VAGUER) return { level: 'vaguer', words: 'a model that may be the other, less exactly named' };
  return best === SIBLING
    ? { level: 'sibling', words: 'another model of the same line' }
    : { level: 'different', words: 'different models' };
};

function likenessOf(one: string, other: string): number {
  if (one === other) return SAME;
  if (other.startsWith(`${one} `) || one.startsWith(`${other} `)) return VAGUER;
  return one.split(' ', 1)[0] === other.split(' ', 1)[0] ? SIBLING : 0;
}
