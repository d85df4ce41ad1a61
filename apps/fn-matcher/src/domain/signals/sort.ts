import { commonFamily } from '../traits/terms.ts';
import type { Compare } from './evidence.ts';

/** What both call it: an umbrella, a bag. That both call it so says more the rarer such things are in the family. */
export const sort: Compare = (lost, found, { rarity }) => {
  if (lost.sorts.length === 0 || found.sorts.length === 0) return null;
  const common = lost.sorts.filter((each) => found.sorts.includes(each));
  if (common.length > 0) {
    const family = commonFamily(lost, found);
    return {
      level: 'same',
      rarity: Math.max(...common.map((each) => rarity.bits(each, family))),
      words: 'the same thing',
    };
  }
  const isWider = (one: readonly string[], wider: readonly string[]) => one.some((each) => wider.includes(each));
  if (isWider(lost.sorts, found.widerSorts) || isWider(found.sorts, lost.widerSorts)) {
    return { level: 'wider', words: 'the same thing, less exactly named' };
  }
  return isWider(lost.widerSorts, found.widerSorts)
    ? { level: 'kin', words: 'things of one kind' }
    : { level: 'other', words: 'other things' };
};
