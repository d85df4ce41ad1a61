import type { ItemReport } from './item-report.ts';

const MOST_LETTERS = 64;

/** A text as it is searched for and as it is found: letters and digits only, in their one spelling. */
export function wordsOf(text: string): string[] {
  const words =
    text
      .normalize('NFKC')
      .toLowerCase()
      .match(/[\p{L}\p{M}\p{N}]+/gu) ?? [];
  return words.map((word) => word.slice(0, MOST_LETTERS).toWellFormed());
}

/** What strangers may read is what everybody may search: no address, no numbers, no questions. */
export function searchedWords({
  title,
  description,
  tags,
  attributes,
}: Pick<ItemReport, 'title' | 'description' | 'tags' | 'attributes'>): string[] {
  const { brand, model, color, material, marks } = attributes;
  const texts = [title, description, ...tags, brand, model, ...color, material, marks];
  return [...new Set(texts.flatMap((text) => wordsOf(text ?? '')))];
}
