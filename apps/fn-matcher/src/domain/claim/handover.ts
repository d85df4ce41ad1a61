/** Neither 0/O/Q nor 1/I/L, U/V, 2/Z, 5/S, 6/G, 8/B: of each two that look or sound alike at most one. */
const ALPHABET = '23456789ACDEFHJKMNPRTWXY';
const LENGTH = 6;
/** What people write for one that there is. */
const LOOK_ALIKES: Readonly<Record<string, string>> = { Z: '2', S: '5', G: '6', B: '8' };

export const TRIES = 5;
/** After the first one. */
export const MOST_NEW_CODES = 3;

/** What is kept of the code that the claimant shows. */
export interface Handover {
  /** Under a key of ours, and only of this claim. */
  readonly codeHash: string;
  readonly triesLeft: number;
  readonly newCodesLeft: number;
}

/** `randomBelow(n)`: a number from 0 to n - 1 that nobody can foresee. */
export function makeHandoverCode(randomBelow: (limit: number) => number): string {
  return Array.from({ length: LENGTH }, () => ALPHABET[randomBelow(ALPHABET.length)]).join('');
}

/** The code as it was made, however it was typed; null for what can be none. */
export function readHandoverCode(typed: string): string | null {
  const plain = [...typed.toUpperCase().replaceAll(/[\s-]/g, '')]
    .map((character) => LOOK_ALIKES[character] ?? character)
    .join('');
  const isOne = plain.length === LENGTH && [...plain].every((character) => ALPHABET.includes(character));
  return isOne ? plain : null;
}
