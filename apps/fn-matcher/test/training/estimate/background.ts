import type { Background } from '../../../src/domain/scoring/rarity.ts';
import type { TermFrequencies } from '../../../src/domain/scoring/term-frequencies.ts';

/** Posts of its own until a house knows better than this. */
const POSTS = 300;
/** Of a word that is not listed. */
const OTHERWISE = 0.001;
const LEAST_SHARE = 0.005;
/** Words of things, colours and materials are as common elsewhere; names of people, places and makers are not. */
const GENERAL = /^(c|color|material):/;

export function backgroundOf(frequencies: TermFrequencies, terms: Iterable<string>): Background {
  const shares = [...new Set(terms)]
    .filter((term) => GENERAL.test(term) && !term.includes('@'))
    .map((term): [string, number] => [term, frequencies.count(term) / frequencies.posts])
    .filter(([, share]) => share >= LEAST_SHARE)
    .toSorted(([one], [other]) => (one < other ? -1 : 1))
    .map(([term, share]): [string, number] => [term, Number(share.toPrecision(3))]);
  return { posts: POSTS, otherwise: OTHERWISE, shares: Object.fromEntries(shares) };
}
