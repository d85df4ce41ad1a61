import { isGivenName } from './given-names.ts';

/** Words of things that families are called by, too: with nothing but these on it a line may be somebody. */
const FAMILIES = new Set(
  `black white red blue green yellow grey gray brown pink purple orange navy beige gold silver best cotton glass keys key lock
page book books coat boots light wool lana leder wolle buch portugal spain france germany italy china india turkey
japan austria switzerland denmark sweden finland norway brazil mexico canada poland thailand vietnam bangladesh indonesia
korea taiwan max`.split(/\s+/),
);
const LETTER = /^\p{L}\.?$/u;
const SIZE = /^x{0,4}[sml]$/i;

/** Whether these words, though a list has each of them, may be somebody's: "Max Brown", "S. Green", "BROWN". */
export function couldBeName(words: readonly string[]): boolean {
  const spelt = words
    .map((word) => word.replaceAll(/^[^\p{L}\p{N}]+|[^\p{L}\p{N}.]+$/gu, ''))
    .filter((word) => word !== '');
  if (spelt.every((word) => SIZE.test(word))) return false;
  return spelt.every((word) => LETTER.test(word) || isGivenName(word) || FAMILIES.has(word.toLowerCase()));
}

/** With a letter or a given name among them: beside a maker's name, which may be a family's, that is somebody too. */
export function beginsName(words: readonly string[]): boolean {
  return couldBeName(words) && words.some((word) => LETTER.test(word) || isGivenName(word));
}
