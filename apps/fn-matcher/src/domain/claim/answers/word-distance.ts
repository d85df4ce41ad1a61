import { isNumber, LONGEST_WORD } from './plain-words.ts';

const SIDE = LONGEST_WORD + 1;
/** Stands where a word has ended, so that all words are compared over the same length. */
const END = 0;

const min = (one: number, other: number) => (one < other ? one : other);

/** Counts what was done, so that a test can see that it is always the same. */
export interface Work {
  cells: number;
}

/**
 * Slips of the pen between two words: letters changed, left out, added, or two swapped. Always the whole table for the
 * longest words there can be, without a way out of it: how long it takes says nothing about either.
 */
export function slipsBetween(one: string, other: string, work: Work): number {
  const a = codesOf(one);
  const b = codesOf(other);
  const table = new Uint8Array(SIDE * SIDE);
  for (let i = 0; i < SIDE; i += 1) {
    table[i] = i;
    table[i * SIDE] = i;
  }
  for (let i = 1; i < SIDE; i += 1) {
    for (let j = 1; j < SIDE; j += 1) {
      const at = i * SIDE + j;
      const change = (table[at - SIDE - 1] ?? 0) + (a[i] === b[j] ? 0 : 1);
      const leave = min(table[at - SIDE] ?? 0, table[at - 1] ?? 0) + 1;
      const isSwapped = i > 1 && j > 1 && a[i] === b[j - 1] && a[i - 1] === b[j];
      const swap = isSwapped ? (table[at - 2 * SIDE - 2] ?? 0) + 1 : SIDE;
      table[at] = min(min(change, leave), swap);
      work.cells += 1;
    }
  }
  return table[min(one.length, LONGEST_WORD) * SIDE + min(other.length, LONGEST_WORD)] ?? 0;
}

/** Counted from 1, as the table is. */
function codesOf(word: string): Uint16Array {
  const codes = new Uint16Array(SIDE).fill(END);
  for (let index = 1; index < SIDE; index += 1) codes[index] = word.charCodeAt(index - 1) || END;
  return codes;
}

/** How many slips a word of this length may hold and still be that word; a number may hold none. */
export function slipsAllowed(word: string): number {
  if (isNumber(word) || word.length < 4) return 0;
  return word.length < 8 ? 1 : 2;
}
