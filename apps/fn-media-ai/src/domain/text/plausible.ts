import type { WrittenLine, WrittenWord } from './written-line.ts';

const LETTERS_APART = 3;
const SURE = 0.55;

/**
 * Knitted hats, bricks and zips make a reader stammer: "EEE", "|", two letters here and there. A word of three letters
 * that differ, read with some sureness, is what it hardly ever makes of them.
 */
export function isPlausible({ words }: WrittenLine): boolean {
  return words.some(isWord);
}

function isWord({ text, confidence }: WrittenWord): boolean {
  const signs = text.toLowerCase().replaceAll(/[^\p{L}\p{N}]/gu, '');
  return confidence >= SURE && new Set(signs).size >= LETTERS_APART;
}
