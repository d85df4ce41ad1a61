const STRENGTHS = [
  [0, 'none'],
  [3, 'faint'],
  [6, 'little'],
  [9, 'some'],
  [13, 'much'],
] as const;

/** Bits in common, in few steps: each further one is worth less than it looks, because words come together. */
export function strengthOf(bits: number): string {
  return STRENGTHS.find(([most]) => bits <= most)?.[1] ?? 'most';
}

/** From against to for: training keeps the weights in this order. */
export const STRENGTH_ORDER: readonly string[] = [...STRENGTHS.map(([, name]) => name), 'most'];
