import type { Compare } from './evidence.ts';
import { sharedBroader } from './shared-broader.ts';
import { OWN_WORDS } from './shared-terms.ts';
import { strengthInWords, strengthOf } from './strength.ts';

/** What both describe in their own words. */
export const text: Compare = (lost, found, terms) => {
  if ((lost.allSources & OWN_WORDS) === 0 || (found.allSources & OWN_WORDS) === 0) return null;
  const strength = strengthOf(terms.of(lost, found).text.bits + sharedBroader(lost, found, terms.rarity));
  return { level: strength, words: `the descriptions have ${strengthInWords(strength)} in common` };
};
