import { AS_WRITTEN, type OneWord } from './one-word.ts';
import { ONE_SPELLING, SIGNS, SMALL_WORDS } from './small-words.ts';

/** What is beyond these is cut off, on both sides alike: all answers are the same amount of work. */
export const MOST_WORDS = 8;
export const LONGEST_WORD = 16;
const BLANK = 'x';

/** An answer in the one form in which it is compared: no case, accents, signs, small words or ways to write a number. */
export function plainWords(answer: string, oneWord: OneWord = AS_WRITTEN): string[] {
  const written = lettersOf(answer)
    .split(' ')
    .filter((word) => word !== '')
    .map((word) => ONE_SPELLING.get(word) ?? word);
  const joined = joinNumbers(written);
  const telling = joined.filter((word) => !SMALL_WORDS.has(word));
  // An answer of small words alone ("la") is made of them.
  const words = (telling.length > 0 ? telling : joined).slice(0, MOST_WORDS);
  // As many words are looked up whatever was written.
  const looked = Array.from({ length: MOST_WORDS }, (_, at) => oneWord(words[at] ?? BLANK));
  return looked.slice(0, words.length).map((word) => word.slice(0, LONGEST_WORD));
}

/** `AB-12 34` and `ab1234`: the same to whoever reads it from a sticker. */
export function compactOf(answer: string): string {
  return lettersOf(answer).replaceAll(' ', '');
}

function lettersOf(answer: string): string {
  return [...answer.normalize('NFKD').replaceAll(/\p{M}/gu, '').toLowerCase()]
    .map((character) => SIGNS.get(character) ?? character)
    .join('')
    .replaceAll(/['’`]/g, '')
    .replaceAll(/[^\p{L}\p{N}]+/gu, ' ')
    .replaceAll(/(?<=\p{L})(?=\p{N})|(?<=\p{N})(?=\p{L})/gu, ' ')
    .trim();
}

/** `4711 2200` is one number, however it is grouped. */
function joinNumbers(words: readonly string[]): string[] {
  const joined: string[] = [];
  for (const word of words) {
    const before = joined.at(-1);
    if (before !== undefined && isNumber(before) && isNumber(word)) joined[joined.length - 1] = before + word;
    else joined.push(word);
  }
  return joined;
}

export function isNumber(word: string): boolean {
  return /^\p{N}+$/u.test(word);
}
