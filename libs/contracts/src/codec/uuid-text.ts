/** 8-4-4-4-12 hexadecimal digits, in either case. */
export const UUID_LENGTH = 36;

const DIGIT = 1;
const DASH = 2;

/** What each character of the text has to be. */
export const UUID_SHAPE = Uint8Array.from({ length: UUID_LENGTH }, (_, at) =>
  [8, 13, 18, 23].includes(at) ? DASH : DIGIT,
);

/** What a character is. Two tables and no expression: most strings in events are ids, and all of them are checked. */
export const UUID_CHARACTERS = Uint8Array.from({ length: 256 }, (_, code) => {
  const character = String.fromCharCode(code);
  if (character === '-') return DASH;
  return '0123456789abcdefABCDEF'.includes(character) ? DIGIT : 0;
});

export function isUuid(text: string): boolean {
  if (text.length !== UUID_LENGTH) return false;
  for (let at = 0; at < UUID_LENGTH; at++) {
    if (UUID_CHARACTERS[text.charCodeAt(at)] !== UUID_SHAPE[at]) return false;
  }
  return true;
}
