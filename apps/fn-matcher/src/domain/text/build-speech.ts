import type { Language } from './languages.ts';
import type { Sense, Speech } from './lexicon.ts';
import { phraseOf } from './phrase.ts';
import { type SmallWords } from './small-words.ts';
import { spellingIndex } from './spelling.ts';
import { rootOf, stemOf } from './stems/stem.ts';

/** A concept and one way to write it. */
export interface Entry extends Sense {
  readonly text: string;
}

export function buildSpeech(language: Language, entries: readonly Entry[], words: SmallWords): Speech {
  const exact = new Map<string, Sense[]>();
  const loose = new Map<string, Sense[]>();
  const joined = new Map<string, Sense[]>();
  const longest = new Map<string, number>();
  const senses = new Map<string, Sense>();
  for (const { id, kind, text } of entries) {
    const sense = senses.get(id) ?? { id, kind };
    senses.set(id, sense);
    const forms = phraseOf(text, words);
    const stems = forms.map((form) => stemOf(form, language));
    const roots = forms.map((form) => rootOf(form, language));
    add(exact, stems.join(' '), sense);
    add(loose, roots.join(' '), sense);
    for (const first of [stems[0] ?? '', roots[0] ?? '']) {
      longest.set(first, Math.max(longest.get(first) ?? 0, forms.length));
    }
    if (forms.length === 2) add(joined, stemOf(forms.join(''), language), sense);
  }
  if (language === 'de') addMaterials(exact);
  for (const [key, shared] of joined) if (!exact.has(key)) exact.set(key, shared);
  return { exact, loose, longest, ...words, spellings: spellingsOf(exact) };
}

function add(map: Map<string, Sense[]>, key: string, sense: Sense): void {
  const senses = map.get(key);
  if (senses === undefined) map.set(key, [sense]);
  else if (!senses.includes(sense)) senses.push(sense);
}

/** A `Lederball` is of leather, though the lexicon has a word for all of it. */
function addMaterials(exact: Map<string, Sense[]>): void {
  for (const [key, senses] of exact) {
    if (key.includes(' ') || !senses.some(({ kind }) => kind === 'item')) continue;
    for (let at = 4; at <= key.length - 3; at += 1) {
      const made = exact.get(stemOf(key.slice(0, at), 'de')) ?? [];
      const isMade =
        made.some(({ kind }) => kind === 'material') && exact.get(key.slice(at))?.some(isOfThings) === true;
      const looks = isMade ? made.filter(({ kind }) => kind === 'material' || kind === 'color') : [];
      for (const sense of looks) add(exact, key, sense);
    }
  }
}

/** Of places and states there are too many short words that misspelled ones would be taken for. */
function spellingsOf(exact: ReadonlyMap<string, readonly Sense[]>) {
  const known = [...exact].filter(([key, senses]) => !key.includes(' ') && senses.some(isOfThings));
  return spellingIndex(
    known.map(([key]) => key),
    (word) => exact.get(word)?.[0]?.id ?? word,
  );
}

function isOfThings({ kind }: Sense): boolean {
  return kind !== 'context' && kind !== 'state' && kind !== 'size';
}
