import type { Lexicon } from './lexicon.ts';
import type { Word } from './words.ts';

const GLUED = /^([a-z]{3,})(\d{1,4}[a-z]{0,2}?)(pro|max|promax|plus|mini|ultra|air|se|lite|fe)?$/;

/** `iphone13pro` → `iphone`, `13`, `pro`; other words as they are. */
export function splitFamilies(word: Word, lexicon: Lexicon): Word[] {
  const [, family, number, qualifier] = GLUED.exec(word.form) ?? [];
  if (family === undefined || number === undefined) return [word];
  if (!lexicon.families.forms.has(family) && !lexicon.brands.forms.has(family)) return [word];
  const parts = [family, number, ...(qualifier === undefined ? [] : apart(qualifier))];
  return parts.map((form, at) =>
    at === 0 ? { ...word, form } : { form, capital: false, apart: false, begins: false },
  );
}

function apart(qualifier: string): string[] {
  return qualifier === 'promax' ? ['pro', 'max'] : [qualifier];
}
