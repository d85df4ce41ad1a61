import { isOnlyName } from './words/given-names.ts';
import type { WrittenLine, WrittenWord } from './written-line.ts';

/** Signs that differ, and how surely a word of so many must be read. */
const SURE = [
  { signs: 5, confidence: 0.45 },
  { signs: 4, confidence: 0.6 },
  { signs: 3, confidence: 0.7 },
  { signs: 2, confidence: 0.75 },
];
/** A name that parents give is no stammer. */
const SURE_NAME = 0.5;
/** Two letters and no more are read off stones and keys, and surely at that. */
const SHORTEST = 3;

/**
 * Knitted hats, bricks and zips make a reader stammer: "EEE", "|", two letters here and there. A word, the more sure the
 * fewer of its letters differ, is what it hardly ever makes of them.
 */
export function isPlausible({ words }: WrittenLine): boolean {
  return words.some(isWord);
}

function isWord({ text, confidence }: WrittenWord): boolean {
  const signs = text.toLowerCase().replaceAll(/[^\p{L}\p{N}]/gu, '');
  if (signs.length < SHORTEST) return false;
  if (confidence >= SURE_NAME && isOnlyName(text)) return true;
  const apart = new Set(signs).size;
  return SURE.some((least) => apart >= least.signs && confidence >= least.confidence);
}
