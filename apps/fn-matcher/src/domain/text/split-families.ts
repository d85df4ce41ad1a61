import type { Lexicon } from './lexicon.ts';
import type { Word } from './words.ts';

const GLUED = /^([a-z]{3,})(\d{1,4}[a-z]{0,2}?)(pro|max|promax|plus|mini|ultra|air|se|lite|fe)?$/;

const QUALIFIED = /^([a-z]{1,2}\d{1,3})(pro|max|plus|mini|ultra|lite|fe)$/;

/** `iphone13pro` → `iphone`, `13`, `pro`, `s22ultra` → `s22`, `ultra`; other words as they are. */
export function splitFamilies(word: Word, lexicon: Lexicon): Word[] {
  const [, model, more] = QUALIFIED.exec(word.form) ?? [];
  if (model !== undefined && more !== undefined) return inParts(word, [model, more]);
  const [, family, number, qualifier] = GLUED.exec(word.form) ?? [];
  if (family === undefined || number === undefined) return [word];
  if (!lexicon.families.forms.has(family) && !lexicon.brands.forms.has(family)) return [word];
  return inParts(word, [family, number, ...(qualifier === undefined ? [] : apart(qualifier))]);
}

function inParts(word: Word, [first = word.form, ...others]: readonly string[]): Word[] {
  const after = others.map((form) => ({ form, capital: false, apart: false, begins: false }));
  return [{ ...word, form: first }, ...after];
}

function apart(qualifier: string): string[] {
  return qualifier === 'promax' ? ['pro', 'max'] : [qualifier];
}
