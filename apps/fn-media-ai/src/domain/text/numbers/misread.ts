const DIGIT_LIKE: Readonly<Record<string, string>> = {
  O: '0',
  Q: '0',
  D: '0',
  U: '0',
  I: '1',
  L: '1',
  '|': '1',
  '!': '1',
  Z: '2',
  A: '4',
  S: '5',
  G: '6',
  T: '7',
  B: '8',
};
const LETTER_LIKE: Readonly<Record<string, string>> = { 0: 'O', 1: 'I', 2: 'Z', 5: 'S', 6: 'G', 8: 'B' };

/** What a reader takes for letters where only digits can stand. */
export function asDigits(signs: string): string {
  return [...signs.toUpperCase()].map((sign) => DIGIT_LIKE[sign] ?? sign).join('');
}

/** What a reader takes for digits where only letters can stand. */
export function asLetters(signs: string): string {
  return [...signs.toUpperCase()].map((sign) => LETTER_LIKE[sign] ?? sign).join('');
}
