import { folded } from './folded.ts';

/** Letters that languages and hands write for one another, so that `passeport`, `passport`, `camara`, `câmera` meet. */
const SOUNDS: ReadonlyArray<readonly [RegExp, string]> = [
  [/ph/g, 'f'],
  [/[yj]/g, 'i'],
  [/qu|[ckq]/g, 'k'],
  [/[szç]/g, 's'],
  [/[vwb]/g, 'b'],
  [/th/g, 't'],
  [/h/g, ''],
  [/(.)\1+/g, '$1'],
];

/** How alike two words are, 0 to 1, across misspellings and cognates: the share of letter pairs and triples in common. */
export function similarWords(a: string, b: string): number {
  const first = sounding(a);
  const second = sounding(b);
  if (first === second) return first === '' ? 0 : 1;
  if (first.length < 3 || second.length < 3) return 0;
  const [pairs, others] = [gramsOf(first), gramsOf(second)];
  let common = 0;
  for (const gram of pairs) if (others.has(gram)) common += 1;
  return (2 * common) / (pairs.size + others.size);
}

function sounding(word: string): string {
  return SOUNDS.reduce((text, [letters, sound]) => text.replace(letters, sound), folded(word).slice(0, 40));
}

function gramsOf(word: string): Set<string> {
  const framed = `^${word}$`;
  const grams = new Set<string>();
  for (let at = 0; at + 2 <= framed.length; at += 1) {
    grams.add(framed.slice(at, at + 2));
    if (at + 3 <= framed.length) grams.add(framed.slice(at, at + 3));
  }
  return grams;
}
