import type { Compare } from './evidence.ts';
import { sharedBroader } from './shared-broader.ts';
import { strengthOf } from './strength.ts';

/** What both describe in their own words. */
export const text: Compare = (lost, found, terms) => {
  if (lost.terms.length === 0 || found.terms.length === 0) return null;
  const { count, bits } = terms.of(lost, found).text;
  const soft = sharedBroader(lost, found, terms.rarity);
  const words =
    count + soft.count === 0
      ? 'the descriptions have nothing in common'
      : `the descriptions have ${count} words and ${soft.count} like words in common`;
  return { level: strengthOf(bits + soft.bits), words };
};
