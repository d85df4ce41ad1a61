const STRENGTHS = [
  [0, 'none'],
  [4, 'faint'],
  [8, 'little'],
  [12, 'some'],
  [18, 'much'],
] as const;

/** Bits in common, in few steps: each further one is worth less than it looks, because words come together. */
export function strengthOf(bits: number): string {
  return STRENGTHS.find(([most]) => bits <= most)?.[1] ?? 'most';
}

/** From against to for: training keeps the weights in this order. */
export const STRENGTH_ORDER: readonly string[] = [...STRENGTHS.map(([, name]) => name), 'most'];

/** For people, and never in numbers: who counted the words that a guess adds would find out what the other side wrote. */
export function strengthInWords(strength: string): string {
  return IN_WORDS[strength] ?? 'much';
}

const IN_WORDS: Readonly<Record<string, string>> = {
  none: 'nothing',
  faint: 'little',
  little: 'little',
  some: 'something',
};
