import { brandTerm, commonFamily } from '../traits/terms.ts';
import type { Compare } from './evidence.ts';
import { areMisspelt } from './spelling.ts';

export const brand: Compare = (lost, found, { rarity }) => {
  if (lost.brands.length === 0 || found.brands.length === 0) return null;
  const family = commonFamily(lost, found);
  const common = lost.brands.filter((maker) => found.brands.includes(maker));
  if (common.length > 0) {
    const rarest = Math.max(...common.map((maker) => rarity.bits(brandTerm(maker), family)));
    return { level: 'same', rarity: rarest, words: 'the same brand' };
  }
  const isMisspelt = lost.brands.some((maker) => found.brands.some((other) => areMisspelt(maker, other)));
  return isMisspelt
    ? { level: 'misspelt', words: 'brands that are spelt alike' }
    : { level: 'different', words: 'different brands' };
};
