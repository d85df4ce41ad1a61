/** No 0/O, 1/I/L, U or V: what is read out at a desk is heard right. Its length, 29, is prime: see `checkCharacter`. */
const ALPHABET = '23456789ABCDEFGHJKMNPQRSTWXYZ';
const BODY_LENGTH = 7;

/** The short name of a found item, for labels and for reading out: seven characters and a check, `ABCD-EFG7`. */
export function makeReference(randomBytes: Uint8Array): string {
  if (randomBytes.length < BODY_LENGTH) throw new RangeError(`a reference needs ${BODY_LENGTH} random bytes`);
  const body = [...randomBytes.subarray(0, BODY_LENGTH)].map((byte) => ALPHABET[byte % ALPHABET.length]).join('');
  const plain = body + checkCharacter(body);
  return `${plain.slice(0, 4)}-${plain.slice(4)}`;
}

export function isReference(text: string): boolean {
  const plain = text.toUpperCase().replaceAll(/[\s-]/g, '');
  if (plain.length !== BODY_LENGTH + 1 || [...plain].some((character) => !ALPHABET.includes(character))) return false;
  return checkCharacter(plain.slice(0, BODY_LENGTH)) === plain[BODY_LENGTH];
}

/** A sum with distinct weights over a prime modulus: each wrong character and each swap of two changes it. */
function checkCharacter(body: string): string {
  const sum = [...body].reduce((total, character, index) => total + ALPHABET.indexOf(character) * (index + 2), 0);
  return ALPHABET[sum % ALPHABET.length] ?? '';
}
