import type { Compare } from './evidence.ts';
import { sharedBroader } from './shared-broader.ts';
import { sharedTerms } from './shared-terms.ts';
import { strengthOf } from './strength.ts';

/** What both describe in their own words. */
export const text: Compare = (lost, found, rarity) => {
  if (lost.terms.length === 0 || found.terms.length === 0) return null;
  const { count, bits } = sharedTerms(lost, found, rarity, 'text');
  const soft = sharedBroader(lost, found, rarity);
  const words =
    count + soft.count === 0
      ? 'the descriptions have nothing in common'
      : `the descriptions have ${count} words and ${soft.count} like words in common`;
  return { level: strengthOf(bits + soft.bits), words };
};
