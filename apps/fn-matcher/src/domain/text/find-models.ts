import { type NameFound, type Span, findNames } from './find-names.ts';
import type { Family, Lexicon } from './lexicon.ts';
import { splitFamilies } from './split-families.ts';
import type { Word } from './words.ts';

export interface ModelFound extends Span {
  readonly model: string;
  readonly brand: string;
  readonly concept: string;
}

const QUALIFIERS = new Set(
  'pro max plus mini ultra air se lite fe neo fold flip edge note x xs xr carbon gen go slim one oled classic active c'.split(
    ' ',
  ),
);
const NUMBERED = /^(?:\d{1,4}|[a-z]{1,3}\d{1,4}[a-z]{0,3}|\d{1,4}[a-z]{1,2})$/;
const MEASURED = /^\d+(?:gb|tb|mb|mm|cm|ml|mp|w|kg|g|l|st|nd|rd|th|h|am|pm)$/;
const MOST_QUALIFIERS = 4;

/** Models with the family that names them, `iphone 13 pro`, and such as are known without it, `s21` beside `samsung`. */
export function findModels(words: readonly Word[], lexicon: Lexicon): ModelFound[] {
  const families = findNames(words, lexicon.families).map((found) => withQualifiers(words, found));
  const taken = new Set(families.flatMap(({ from, to }) => range(from, to)));
  const present = new Set(words.map(({ form }) => form));
  const bare = words.flatMap(({ form }, from) => {
    const known = taken.has(from) || !/\d/.test(form) ? undefined : bareModel(form, present, lexicon);
    if (known === undefined) return [];
    const more = qualifiersAfter(words, from + 1);
    const { brand, concept } = known.family;
    return [{ from, to: from + 1 + more.length, model: [known.model, ...more].join(' '), brand, concept }];
  });
  return [...families, ...bare];
}

/** `s21` beside `samsung` is `galaxy s21`, `ps5` is `playstation 5`, `wh1000xm4` has no other name. */
function bareModel(form: string, present: ReadonlySet<string>, lexicon: Lexicon) {
  for (const family of lexicon.bareModels) {
    const match = family.pattern.exec(form);
    if (match === null || (family.beside.length > 0 && !family.beside.some((word) => present.has(word)))) continue;
    const number = match[1] ?? form;
    return { family, model: number.startsWith(family.family) ? number : `${family.family} ${number}` };
  }
  return undefined;
}

function withQualifiers(words: readonly Word[], { from, to, named }: NameFound<Family>): ModelFound {
  const more = qualifiersAfter(words, to);
  const model = [named.family, ...more].join(' ');
  return { from, to: to + more.length, model, brand: named.brand, concept: named.concept };
}

function qualifiersAfter(words: readonly Word[], start: number): string[] {
  const more: string[] = [];
  for (let at = start; at < words.length && more.length < MOST_QUALIFIERS; at += 1) {
    const word = words[at];
    if (word === undefined || word.apart) break;
    if (MEASURED.test(word.form) || !(NUMBERED.test(word.form) || QUALIFIERS.has(word.form))) break;
    if (/^\d+$/.test(word.form) && /^(?:gb|tb|cm|mm|inch|zoll|"|weeks?|days?)$/.test(words[at + 1]?.form ?? '')) break;
    more.push(word.form);
  }
  return more;
}

/** `iphone13pro` as it is meant. */
export function withModelsApart(words: readonly Word[], lexicon: Lexicon): readonly Word[] {
  return words.some(({ form }) => /\D\d/.test(form)) ? words.flatMap((word) => splitFamilies(word, lexicon)) : words;
}

export function range(from: number, to: number): number[] {
  return Array.from({ length: Math.max(0, to - from) }, (_, at) => from + at);
}
