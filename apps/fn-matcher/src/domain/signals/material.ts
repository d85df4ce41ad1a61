import { commonFamily, materialTerm } from '../traits/terms.ts';
import type { Compare } from './evidence.ts';

export const material: Compare = (lost, found, { rarity }) => {
  if (lost.materials.length === 0 || found.materials.length === 0) return null;
  const common = lost.materials.filter((each) => found.materials.includes(each));
  if (common.length === 0) return { level: 'different', words: 'different materials' };
  const rarest = Math.max(...common.map((each) => rarity.bits(materialTerm(each), commonFamily(lost, found))));
  return { level: 'same', rarity: rarest, words: 'the same material' };
};
