import { LANGUAGES, type Language } from './languages.ts';
import type { Lexicon, Sense } from './lexicon.ts';
import { rootOf, stemOf } from './stems/stem.ts';

/** Shorter words of other languages are too often words of this one that the lexicon does not know; colors are not. */
const SHORTEST_FOREIGN = 5;
const SHORTEST_ENGLISH = 4;

/** What a phrase means: in this language, then without endings, then in any other. */
export function sensesOf(forms: readonly string[], language: Language, lexicon: Lexicon): readonly Sense[] | null {
  const own = ownSenses(forms, language, lexicon) ?? joinedSenses(forms, language, lexicon);
  if (own !== null) return own;
  const { filler } = lexicon.speech[language];
  const [first = ''] = forms;
  if (forms.length === 1 && (filler.has(stemOf(first, language)) || first.length < SHORTEST_ENGLISH)) return null;
  for (const other of LANGUAGES) {
    if (other === language) continue;
    const senses = lookUp(forms, other, lexicon, 'exact');
    if (senses === null) continue;
    const isLong = forms.length > 1 || other === 'en' || first.length >= SHORTEST_FOREIGN;
    if (isLong || senses.some(({ kind }) => kind === 'color')) return senses;
  }
  return null;
}

function ownSenses(forms: readonly string[], language: Language, lexicon: Lexicon): readonly Sense[] | null {
  const exact = lookUp(forms, language, lexicon, 'exact');
  if (exact !== null) return exact;
  const [first = ''] = forms;
  if (forms.length === 1 && lexicon.speech[language].filler.has(stemOf(first, language))) return null;
  return lookUp(forms, language, lexicon, 'loose');
}

function lookUp(forms: readonly string[], language: Language, lexicon: Lexicon, how: 'exact' | 'loose') {
  const speech = lexicon.speech[language];
  const cut = how === 'exact' ? stemOf : rootOf;
  const first = cut(forms[0] ?? '', language);
  if ((speech.longest.get(first) ?? 0) < forms.length && forms.length > 1) return null;
  return speech[how].get(forms.map((form) => cut(form, language)).join(' ')) ?? null;
}

/** `sun glasses`, `ruck sack`: one word that somebody wrote as two. */
function joinedSenses(forms: readonly string[], language: Language, lexicon: Lexicon): readonly Sense[] | null {
  if (forms.length !== 2 || forms.some((form) => form.length < 2)) return null;
  const joined = forms.join('');
  return joined.length < 6 ? null : (lexicon.speech[language].exact.get(stemOf(joined, language)) ?? null);
}

/** Of a `leather jacket` the leather: a phrase that the lexicon keeps as one says what it is made of all the same. */
export function madeIn(
  forms: readonly string[],
  named: readonly Sense[],
  language: Language,
  lexicon: Lexicon,
): readonly Sense[] {
  if (!named.some(({ kind }) => kind === 'item' || kind === 'part')) return [];
  const { exact, made } = lexicon.speech[language];
  const stems = forms.map((form) => stemOf(form, language));
  if (stems.length === 1) return made.get(stems[0] ?? '') ?? [];
  const single = stems.map((stem) => exact.get(stem) ?? []).filter((senses) => senses.some(isMaterial));
  return single.flatMap((senses) => senses.filter((sense) => isMaterial(sense) || sense.kind === 'color'));
}

function isMaterial({ kind }: Sense): boolean {
  return kind === 'material';
}
