import { decimal } from './find-measures.ts';
import type { Span } from './find-names.ts';
import type { Language } from './languages.ts';
import type { Lexicon } from './lexicon.ts';
import type { Mention } from './mention.ts';
import { resolveUnknown } from './resolve-unknown.ts';
import type { Word } from './words.ts';

interface Reading {
  readonly words: readonly Word[];
  readonly language: Language;
  readonly lexicon: Lexicon;
  readonly known: readonly Span[];
}

/** What the words say that the lexicon does not write: compounds, misspellings, names, numbers. */
export interface RestRead {
  readonly mentions: readonly Mention[];
  readonly brands: ReadonlyArray<Span & { readonly brand: string }>;
  readonly models: readonly string[];
  readonly numbers: readonly string[];
  readonly rest: ReadonlyArray<{ readonly at: number; readonly stem: string }>;
}

const NUMBER = /^\d+(?:\.\d{1,2})?$/;
const MODEL = /^(?=.*[a-z])(?=.*\d)[a-z0-9]{3,20}$/;
const ORDINAL = /^\d+(?:st|nd|rd|th|er|re|e|eme|ª|º|o|a|h|am|pm|uhr)$/;

export function readRest({ words, language, lexicon, known }: Reading): RestRead {
  const mentions: Mention[] = [];
  const brands: Array<Span & { brand: string }> = [];
  const models: string[] = [];
  const numbers: string[] = [];
  const rest: Array<{ at: number; stem: string }> = [];
  const taken = new Set(known.flatMap(({ from, to }) => Array.from({ length: to - from }, (_, at) => from + at)));
  for (const [from, { form, capital }] of words.entries()) {
    if (taken.has(from) || lexicon.speech[language].small.has(form)) continue;
    if (/\d/.test(form)) {
      const number = decimal(form);
      if (NUMBER.test(number)) numbers.push(number);
      else if (MODEL.test(form) && !ORDINAL.test(form)) models.push(form);
      continue;
    }
    const read = resolveUnknown(form, capital, language, lexicon);
    const span = { from, to: from + 1 };
    if (read.compound !== null) {
      const { thing, described } = read.compound;
      if (described.length > 0) mentions.push({ ...span, senses: described, describes: true });
      mentions.push({ ...span, senses: thing, compound: described.length > 0 });
    } else if (read.meant.length > 0) mentions.push({ ...span, senses: read.meant });
    if (read.brand !== null) brands.push({ ...span, brand: read.brand });
    rest.push(...read.rest.map((stem) => ({ at: from, stem })));
  }
  return { mentions, brands, models, numbers, rest };
}
