import { sensesOf } from './senses-of.ts';
import type { Language } from './languages.ts';
import type { Lexicon, Sense } from './lexicon.ts';
import { stemOf, rootOf } from './stems/stem.ts';

/** What a compound says: its last part is the thing, the parts before describe it. */
export interface CompoundRead {
  readonly thing: readonly Sense[];
  readonly described: readonly Sense[];
  /** A part before that nobody knows. */
  readonly rest: string | null;
}

const SHORTEST = 7;
const SHORTEST_PART = 3;
/** What stands beside an unknown part has to be this long, or too many words would end in `hut` or `ring`. */
const SHORTEST_ALONE = 4;
const LINKS = /(?:es|en|er|s|n|e)$/;

/** `Lederhandtasche` → `Leder`, `Handtasche`; `Handyhülle` → what `Handy Hülle` means. */
export function splitCompound(word: string, language: Language, lexicon: Lexicon): CompoundRead | null {
  if (word.length < SHORTEST || !/^[a-z]+$/.test(word)) return null;
  let alone: CompoundRead | null = null;
  for (let at = SHORTEST_PART; at <= word.length - SHORTEST_PART; at += 1) {
    const last = word.slice(at);
    const thing = partSenses(last, language, lexicon);
    if (thing === null) continue;
    const before = word.slice(0, at);
    const known = whole(before, last, language, lexicon) ?? described(before, thing, language, lexicon);
    if (known !== null) return known;
    if (
      alone === null &&
      language === 'de' &&
      last.length >= SHORTEST_ALONE &&
      thing.some(({ kind }) => kind === 'item')
    ) {
      alone = { thing, described: [], rest: stemOf(before, language) };
    }
  }
  return alone;
}

function whole(before: string, last: string, language: Language, lexicon: Lexicon): CompoundRead | null {
  const { exact } = lexicon.speech[language];
  const key = stemOf(last, language);
  const senses = unlinked(before).flatMap((part) => exact.get(`${stemOf(part, language)} ${key}`) ?? []);
  return senses.length === 0 ? null : { thing: senses, described: [], rest: null };
}

function described(before: string, thing: readonly Sense[], language: Language, lexicon: Lexicon): CompoundRead | null {
  for (const part of unlinked(before)) {
    const senses = partSenses(part, language, lexicon);
    if (senses !== null) return { thing, described: senses, rest: null };
    if (part.length >= SHORTEST_PART && lexicon.speech[language].filler.has(stemOf(part, language))) {
      return { thing, described: [], rest: null };
    }
  }
  const inner = before.length < SHORTEST ? null : splitCompound(before, language, lexicon);
  return inner === null || inner.rest !== null
    ? null
    : { thing, described: [...inner.described, ...inner.thing], rest: null };
}

function unlinked(part: string): string[] {
  const shorter = part.replace(LINKS, '');
  return shorter === part || shorter.length < SHORTEST_PART ? [part] : [part, shorter];
}

function partSenses(part: string, language: Language, lexicon: Lexicon): readonly Sense[] | null {
  if (part.length < SHORTEST_PART) return null;
  const { exact, loose } = lexicon.speech[language];
  const own = exact.get(stemOf(part, language)) ?? (part.length > 4 ? loose.get(rootOf(part, language)) : undefined);
  return own ?? (part.length > 4 && language === 'de' ? sensesOf([part], 'en', lexicon) : null);
}
