import { describe, expect, it } from '@jest/globals';
import type { Language } from '../../src/domain/text/languages.ts';
import { type ReadText, readText } from '../../src/domain/text/read-text.ts';
import { readLexicon } from '../../src/outbound/knowledge/read-lexicon.ts';

/**
 * One phrase a line, and after `->` what has to be read in it: concepts, in brackets what only belongs to the item,
 * `#color`, `@brand`, `=model`.
 */
export function describePhrases(language: Language, phrases: string): void {
  const rows = phrases
    .trim()
    .split('\n')
    .map((line) => line.split(' -> ').map((part) => part.trim()))
    .map(([phrase = '', expected = '']) => [phrase, expected.split(' ').filter((each) => each !== '')] as const);

  describe(`phrases in ${language}`, () => {
    it.each(rows)('%s', (phrase, expected) => {
      expect(said(readText(phrase, language, readLexicon()))).toEqual(expect.arrayContaining([...expected]));
    });
  });
}

function said({ concepts, colors, brands, models }: ReadText): string[] {
  const dashed = (mark: string, names: readonly string[]) => names.map((name) => `${mark}${name.replaceAll(' ', '-')}`);
  return [
    ...concepts.map(({ id, weightHint }) => (weightHint === 'part' && !id.startsWith('part:') ? `(${id})` : id)),
    ...dashed('#', colors),
    ...dashed('@', brands),
    ...dashed('=', models),
  ];
}
