import type { PhotoHash } from '../item/item.ts';

/** Hex as 32-bit words: quick to compare. */
export function wordsOfPhoto({ value }: PhotoHash): number[] {
  return Array.from({ length: Math.ceil(value.length / 8) }, (_, at) => parseInt(value.slice(at * 8, at * 8 + 8), 16));
}
