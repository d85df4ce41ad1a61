import { CATEGORIES } from '@foundnow/kernel';
import { brandsOn, type WrittenOn } from './words/brands-on.ts';
import { couldBeName } from './words/could-be-name.ts';
import { isFamilyName, isGivenName, isOnlyName } from './words/given-names.ts';
import { itemWord } from './words/item-words.ts';

const CAPITAL = /^\p{Lu}/u;
const INITIAL = /^\p{Lu}\.?$/u;
/** Also what joins the halves of an account's name. */
const BETWEEN = /[\s,;:()"“”/]+|(?<=\p{L}{2})[._](?=\p{L}{2})/u;
/** Of an account, a plate, a member: things are not told by it. */
const LONG_NUMBER = /\d{6}/;
const ROMAN = /^[IVX]+$/;
/** Colors of things more often than names. */
const TINTS = new Set([
  'rosa',
  'rose',
  'olive',
  'violet',
  'violeta',
  'violette',
  'amber',
  'jade',
  'celeste',
  'clara',
  'claire',
]);
const THINGS = new Set(CATEGORIES.flatMap((category) => category.split(/[.-]/)));

/** Whether a sentence about a thing holds what looks like somebody's name, and like no maker of such a thing. */
export function namesSomebody(text: string, on: WrittenOn): boolean {
  if (LONG_NUMBER.test(text)) return true;
  const words = text.split(BETWEEN).filter((word) => /[\p{L}&]/u.test(word));
  const made = new Set<number>();
  for (const at of words.keys()) {
    // Judged by its own words: a sentence goes on around a maker.
    for (const count of [3, 2, 1]) {
      const [brand] = brandsOn(words.slice(at, at + count), on);
      if (brand?.from !== 0 || brand.words !== count) continue;
      for (let taken = at; taken < at + count; taken += 1) made.add(taken);
    }
  }
  return words.some((word, at) => {
    const next = made.has(at + 1) ? '' : (words[at + 1] ?? '');
    if (made.has(at)) return false;
    return isName(word, next);
  });
}

function isName(word: string, next: string): boolean {
  const isOther = itemWord(next, false) !== null || ROMAN.test(next) || THINGS.has(next.toLowerCase());
  if (!CAPITAL.test(word)) return isOnlyName(word) && (isFamilyName(next) || isOnlyName(next));
  if (isOnlyName(word)) return true;
  if (TINTS.has(word.toLowerCase())) return isFamilyName(next);
  if (isGivenName(word)) return CAPITAL.test(next) && (!isOther || couldBeName([next]));
  if (INITIAL.test(word)) return isFamilyName(next) || (word.endsWith('.') && CAPITAL.test(next));
  return isFamilyName(word) && itemWord(word, false) === null;
}
