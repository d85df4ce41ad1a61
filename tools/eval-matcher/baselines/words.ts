import type { Post } from '../data/post.ts';

/** All that a post says, in small letters without accents. */
export function wordsOf({ title, description, attributes }: Post): string[] {
  const { brand, model, color, material, marks } = attributes;
  return wordsIn(
    [title, description, brand, model, ...color, material, marks].filter((part) => part !== null).join(' '),
  );
}

export function wordsIn(text: string): string[] {
  return (
    text
      .toLowerCase()
      .normalize('NFD')
      .replaceAll(/\p{M}/gu, '')
      .match(/[\p{L}\p{N}]{2,}/gu) ?? []
  );
}
