import type { Language } from './languages.ts';
import type { Lexicon, Sense } from './lexicon.ts';
import { type CompoundRead, splitCompound } from './split-compound.ts';
import { stemOf } from './stems/stem.ts';

/** What becomes of a word that the lexicon does not write. */
export interface UnknownRead {
  readonly compound: CompoundRead | null;
  /** What it seems to be a misspelling of. */
  readonly meant: readonly Sense[];
  readonly brand: string | null;
  readonly rest: readonly string[];
}

const NOTHING: UnknownRead = { compound: null, meant: [], brand: null, rest: [] };
const SHORTEST_REST = 3;
/** `Bruno` is no misspelled brown; `Headfones` are headphones. */
const SHORTEST_MISSPELLED_NAME = 8;

export function resolveUnknown(form: string, name: boolean, language: Language, lexicon: Lexicon): UnknownRead {
  const speech = lexicon.speech[language];
  const stem = stemOf(form, language);
  if (speech.filler.has(stem) || form.length < SHORTEST_REST) return NOTHING;
  const compound = splitCompound(form, language, lexicon);
  if (compound !== null) return { ...NOTHING, compound, rest: compound.rest === null ? [] : [compound.rest] };
  const brand = lexicon.brands.spellings.nearest(form);
  const word = isName(form, name, language) ? null : speech.spellings.nearest(stem);
  if (
    brand !== null &&
    (word === null || brand.distance < word.distance || (name && brand.distance === word.distance))
  ) {
    return { ...NOTHING, brand: lexicon.brands.forms.get(brand.word)?.brand ?? null, rest: [stem] };
  }
  // A misspelled word may be a name that merely looks like one: it stays among the rest, too.
  return { ...NOTHING, meant: word === null ? [] : (speech.exact.get(word.word) ?? []), rest: [stem] };
}

/** In German a capital says nothing. */
function isName(form: string, capital: boolean, language: Language): boolean {
  return capital && language !== 'de' && form.length < SHORTEST_MISSPELLED_NAME;
}
