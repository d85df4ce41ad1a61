import type { Chance } from '../chance.ts';

/** Keys that lie side by side on most keyboards. */
const BESIDE: Readonly<Record<string, string>> = {
  a: 's',
  b: 'v',
  c: 'v',
  d: 'f',
  e: 'r',
  f: 'g',
  g: 'h',
  h: 'j',
  i: 'o',
  j: 'k',
  k: 'l',
  l: 'k',
  m: 'n',
  n: 'm',
  o: 'p',
  p: 'o',
  r: 't',
  s: 'd',
  t: 'r',
  u: 'i',
  v: 'b',
  w: 'e',
  x: 'c',
  y: 't',
  z: 'x',
};
const SHORTEST = 4;

/** As hasty thumbs write: one word has two letters swapped, one missing, one twice, or the key beside it. */
export function mistype(text: string, chance: Chance, count: number): string {
  const words = text.split(' ');
  const long = words.flatMap((word, index) => (word.length >= SHORTEST && /^\p{L}+$/u.test(word) ? [index] : []));
  for (const index of chance.some(long, count)) words[index] = misspell(words[index] ?? '', chance);
  return words.join(' ');
}

export function misspell(word: string, chance: Chance): string {
  const at = chance.whole(1, Math.max(1, word.length - 2));
  const [before, sign, next, after] = [word.slice(0, at), word[at] ?? '', word[at + 1] ?? '', word.slice(at + 2)];
  const wrong = [
    before + next + sign + after,
    before + next + after,
    before + sign + sign + next + after,
    before + (BESIDE[sign] ?? sign) + next + after,
  ];
  const different = wrong.filter((one) => one !== word);
  return different.length === 0 ? word : chance.pick(different);
}

export function withoutAccents(text: string): string {
  return text.replaceAll('ß', 'ss').normalize('NFD').replaceAll(/\p{M}/gu, '');
}
