/** What `NFD` does not take apart. */
const LETTERS: Readonly<Record<string, string>> = {
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
  ø: 'o',
  ł: 'l',
  đ: 'd',
  ı: 'i',
  þ: 'th',
};
const PLAIN = /^[ -~]*$/;
const APART = /[ßæœøłđıþ]/g;

/** One spelling for all ways to write a word: lower case, no accents, no width, no invisible characters. */
export function folded(text: string): string {
  if (PLAIN.test(text)) return text.toLowerCase();
  const plain = text.normalize('NFKC').toLowerCase().normalize('NFD');
  return plain.replaceAll(/[\p{M}\p{Cf}]/gu, '').replaceAll(APART, (letter) => LETTERS[letter] ?? letter);
}
