import type { OneWord } from './one-word.ts';
import { compactOf, isNumber, MOST_WORDS, plainWords } from './plain-words.ts';
import { slipsAllowed, slipsBetween, type Work } from './word-distance.ts';

/** So much of what the owner was expected to say must be said; every number of it. */
const LEAST_SAID = 2 / 3;
/** So much of what is said must belong to it: who lists all colors does not know the color. */
const LEAST_MEANT = 0.4;

/** What the two were written in. */
export interface Languages {
  readonly expected: OneWord;
  readonly given: OneWord;
}

/** Whether an answer says what was expected, in other words, another language, or with slips. Always the same work. */
export function saysTheSame(expected: string, given: string, work: Work, languages?: Languages): boolean {
  const asWritten = haveTheSame(plainWords(expected), plainWords(given), work);
  const asMeant = haveTheSame(plainWords(expected, languages?.expected), plainWords(given, languages?.given), work);
  const isWritten = compactOf(expected) !== '' && compactOf(expected) === compactOf(given);
  return asWritten || asMeant || isWritten;
}

function haveTheSame(wanted: readonly string[], said: readonly string[], work: Work): boolean {
  const wasSaid = new Array<boolean>(MOST_WORDS).fill(false);
  const wasMeant = new Array<boolean>(MOST_WORDS).fill(false);
  for (let i = 0; i < MOST_WORDS; i += 1) {
    for (let j = 0; j < MOST_WORDS; j += 1) {
      const word = wanted[i] ?? '';
      const other = said[j] ?? '';
      const slips = slipsBetween(word, other, work);
      const isOne = i < wanted.length && j < said.length && slips <= slipsAllowed(word);
      wasSaid[i] = wasSaid[i] === true || isOne;
      wasMeant[j] = wasMeant[j] === true || isOne;
    }
  }
  const enoughSaid = share(wasSaid, wanted.length) >= LEAST_SAID;
  const enoughMeant = share(wasMeant, said.length) >= LEAST_MEANT;
  const numbersSaid = wanted.every((word, i) => !isNumber(word) || wasSaid[i] === true);
  return enoughSaid && enoughMeant && numbersSaid;
}

function share(marks: readonly boolean[], of: number): number {
  return of === 0 ? 0 : marks.filter(Boolean).length / of;
}
