import type { Language } from './languages.ts';
import type { Speech } from './lexicon.ts';
import { stemOf } from './stems/stem.ts';
import { type TableRow, listOf } from './word-table.ts';
import { wordsOf } from './words.ts';

export type SmallWords = Pick<Speech, 'small' | 'filler' | 'with' | 'without' | 'and' | 'for' | 'size'>;

/** They join the words of phrases, and people keep their own phrases in another language. */
const EVERYWHERE = ['de', 'del', 'du', 'des', 'da', 'la', 'le', 'el', 'les', 'of', 'the', 'd', 'l', 'em', 'en'];

export function smallWords(rows: readonly TableRow[], language: Language): SmallWords {
  const of = (role: string) =>
    new Set(rows.filter((row) => row['role'] === role).flatMap((row) => listOf(row[language]).flatMap(formsOf)));
  const without = of('without');
  const small = new Set([...EVERYWHERE, ...of('stop')].filter((word) => !without.has(word)));
  const filler = new Set([...of('filler'), ...of('size'), ...without].map((word) => stemOf(word, language)));
  return { small, filler, without, with: of('with'), and: of('and'), for: of('for'), size: of('size') };
}

function formsOf(text: string): string[] {
  return wordsOf(text).map(({ form }) => form);
}
