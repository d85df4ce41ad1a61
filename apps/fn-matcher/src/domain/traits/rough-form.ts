const LEAST_LETTERS = 5;
const LEAST_LEFT = 3;

/** A word without what people get wrong: vowels after the first letter, and letters written twice. Null where little is left. */
export function roughForm(word: string): string | null {
  if (word.length < LEAST_LETTERS || !/^\p{L}+$/u.test(word)) return null;
  const plain = word.normalize('NFD').replaceAll(/\p{M}/gu, '');
  const rough = plain.slice(0, 1) + plain.slice(1).replaceAll(/[aeiouyh]/g, '');
  const once = rough.replaceAll(/(.)\1+/g, '$1');
  return once.length < LEAST_LEFT ? null : once;
}
