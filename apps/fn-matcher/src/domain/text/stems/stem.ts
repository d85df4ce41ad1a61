import type { Language } from '../languages.ts';
import { englishRoot, englishStem } from './english.ts';
import { frenchRoot, frenchStem } from './french.ts';
import { germanRoot, germanStem } from './german.ts';
import { portugueseRoot, portugueseStem } from './portuguese.ts';
import { spanishRoot, spanishStem } from './spanish.ts';

type Stemmer = (word: string) => string;

const STEMS: Readonly<Record<Language, Stemmer>> = {
  en: englishStem,
  es: spanishStem,
  fr: frenchStem,
  de: germanStem,
  pt: portugueseStem,
};

const ROOTS: Readonly<Record<Language, Stemmer>> = {
  en: englishRoot,
  es: spanishRoot,
  fr: frenchRoot,
  de: germanRoot,
  pt: portugueseRoot,
};

/** A folded word without its number: what two spellings of one noun share. Words with digits are names. */
export function stemOf(word: string, language: Language): string {
  return /\d/.test(word) ? word : STEMS[language](word);
}

/** Without gender, case and verb endings too: shared by more words than mean the same. */
export function rootOf(word: string, language: Language): string {
  return /\d/.test(word) ? word : ROOTS[language](word);
}
