import type { Language } from './languages.ts';
import type { Sense, Speech } from './lexicon.ts';
import { phraseOf } from './phrase.ts';
import type { SmallWords } from './small-words.ts';
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
    if (forms.length > 1) for (const [first = ''] of [stems, roots]) noteLength(longest, first, forms.length);
    if (forms.length === 2) add(joined, stemOf(forms.join(''), language), sense);
  }
  // Elsewhere than in German nobody writes the words of a phrase as one, and misspells that.
  const alone = language === 'de' ? null : spellingsOf(exact);
  for (const [key, shared] of joined) if (!exact.has(key)) exact.set(key, shared);
  const made = language === 'de' ? madeOf(exact) : new Map<string, Sense[]>();
  return { exact, loose, made, longest, ...words, spellings: alone ?? spellingsOf(exact) };
}

function noteLength(longest: Map<string, number>, first: string, length: number): void {
  if ((longest.get(first) ?? 0) < length) longest.set(first, length);
}

function add(map: Map<string, Sense[]>, key: string, sense: Sense): void {
  const senses = map.get(key);
  if (senses === undefined) map.set(key, [sense]);
  else if (!senses.includes(sense)) senses.push(sense);
}

/** A `Lederball` is of leather, though the lexicon has a word for all of it. */
function madeOf(exact: ReadonlyMap<string, readonly Sense[]>): Map<string, Sense[]> {
  const made = new Map<string, Sense[]>();
  for (const [key, senses] of exact) {
    if (key.includes(' ') || !senses.some(({ kind }) => kind === 'item')) continue;
    for (let at = 4; at <= key.length - 3; at += 1) {
      const before = exact.get(stemOf(key.slice(0, at), 'de')) ?? [];
      if (!before.some(({ kind }) => kind === 'material') || exact.get(key.slice(at))?.some(isOfThings) !== true)
        continue;
      for (const sense of before) if (sense.kind === 'material' || sense.kind === 'color') add(made, key, sense);
    }
  }
  return made;
}

/** Of places, states and shapes there are too many words that others would be taken for. */
function spellingsOf(exact: ReadonlyMap<string, readonly Sense[]>) {
  const known = [...exact].filter(([key, senses]) => !key.includes(' ') && senses.some(isOfThings));
  return spellingIndex(
    known.map(([key]) => key),
    (word) => exact.get(word)?.[0]?.id ?? word,
  );
}

function isOfThings({ kind }: Sense): boolean {
  return kind !== 'context' && kind !== 'state' && kind !== 'size' && kind !== 'shape';
}
