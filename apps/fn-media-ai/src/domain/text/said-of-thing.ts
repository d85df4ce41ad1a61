import { brandsOn, type WrittenOn } from './words/brands-on.ts';
import { isFamilyName, isGivenName, isOnlyName } from './words/given-names.ts';
import { beginsName, couldBeName } from './words/could-be-name.ts';
import { isMarkOnly, itemWord } from './words/item-words.ts';

const WORD = /^[\p{Ll}\p{Lo}][\p{Ll}\p{Lo}'’-]*$/u;
const MOST_WORDS = 4;
/** Given names that jewels are said to look like. */
const TINT = /^(?:rose|olive|jade|ruby|amber|coral|violet|pearl)\b/;
/** What a card is from, beside the makers that are on the list. */
const CARDS = /^(?:visa|mastercard|maestro|american express)$/i;

/** A word or a few as a dictionary has them: no capitals, no numbers but measures, no names; or a maker. */
export function isVocabulary(text: string, on: WrittenOn): boolean {
  const words = text.split(' ');
  if (isMaker(words, on)) return true;
  if (words.length > MOST_WORDS || words.some(isOnlyName) || words.some(isFamilyName)) return false;
  if (words.length > 1 && beginsName(words) && !TINT.test(text)) return false;
  return words.every((word) => WORD.test(word) || (itemWord(word, false) !== null && !couldBeName([word])));
}

/** One on the list; of others a single word that is nobody's name, and on papers none. */
export function isBrand(text: string, on: WrittenOn): boolean {
  const words = text.split(' ');
  if (isMaker(words, on)) return true;
  if (on.isAboutOwner) return CARDS.test(text);
  return words.length === 1 && !/\d{4}/.test(text) && !isGivenName(text) && !isFamilyName(text);
}

/** What a make is called: short numbers, words, and no names among them unless they are the maker's. */
export function isModel(text: string, on: WrittenOn): boolean {
  const words = text.split(' ').filter((word) => !isMarkOnly(word));
  const made = new Set(
    brandsOn(words, on).flatMap(({ from, words: count }) => Array.from({ length: count }, (_, at) => from + at)),
  );
  const others = words.filter((_, at) => !made.has(at));
  if (on.isAboutOwner || /\d{5}/.test(text)) return false;
  return others.every((word) => {
    if (itemWord(word, false) !== null) return true;
    return /[\p{Lu}\d]/u.test(word) && !isOnlyName(word) && !isFamilyName(word);
  });
}

function isMaker(words: readonly string[], on: WrittenOn): boolean {
  const [brand] = brandsOn(words, on);
  return brand?.from === 0 && brand.words === words.length;
}
