import type { Span } from './find-names.ts';
import type { Language } from './languages.ts';
import type { Lexicon, Sense } from './lexicon.ts';
import { madeIn, sensesOf } from './senses-of.ts';
import { stemOf } from './stems/stem.ts';
import type { Word } from './words.ts';

export interface ConceptFound extends Span {
  readonly senses: readonly Sense[];
  readonly made: readonly Sense[];
}

const MOST_WORDS = 5;

/** The concepts that a text names as the lexicon writes them, each as long as it goes. */
export function findConcepts(words: readonly Word[], language: Language, lexicon: Lexicon): ConceptFound[] {
  const { small } = lexicon.speech[language];
  const told = words.flatMap(({ form }, at) => (small.has(form) ? [] : [at]));
  const found: ConceptFound[] = [];
  for (let at = 0; at < told.length; at += 1) {
    const clause = withinClause(words, told.slice(at, at + MOST_WORDS));
    const usual = phraseOfTold(words, clause, language, lexicon);
    const literal = literalPhrase(words, told[at] ?? 0, language, lexicon);
    const concept = literal !== null && literal.to > (usual?.to ?? 0) ? literal : usual;
    if (concept === null) continue;
    found.push(concept);
    while ((told[at + 1] ?? concept.to) < concept.to) at += 1;
  }
  return found;
}

function phraseOfTold(words: readonly Word[], told: readonly number[], language: Language, lexicon: Lexicon) {
  const forms = told.map((at) => words[at]?.form ?? '');
  for (let length = forms.length; length > 0; length -= 1) {
    const found = namedBy(forms.slice(0, length), language, lexicon);
    if (found !== null) return { from: told[0] ?? 0, to: (told[length - 1] ?? 0) + 1, ...found };
  }
  return null;
}

/** `carry on` is no `carry`: what small words make of a word. */
function literalPhrase(words: readonly Word[], from: number, language: Language, lexicon: Lexicon) {
  const { longest, small } = lexicon.speech[language];
  if (!small.has(words[from + 1]?.form ?? '') && !small.has(words[from + 2]?.form ?? '')) return null;
  const most = longest.get(stemOf(words[from]?.form ?? '', language)) ?? 0;
  for (let to = Math.min(words.length, from + most); to > from + 1; to -= 1) {
    const phrase = words.slice(from, to);
    if (phrase.slice(1).some(({ apart }) => apart)) continue;
    const found = namedBy(
      phrase.map(({ form }) => form),
      language,
      lexicon,
    );
    if (found !== null) return { from, to, ...found };
  }
  return null;
}

function namedBy(phrase: readonly string[], language: Language, lexicon: Lexicon) {
  const senses = sensesOf(phrase, language, lexicon);
  return senses === null ? null : { senses, made: madeIn(phrase, senses, language, lexicon) };
}

function withinClause(words: readonly Word[], told: readonly number[]): readonly number[] {
  const [from = 0] = told;
  const last = told.at(-1) ?? from;
  for (let at = from + 1; at <= last; at += 1) if (words[at]?.apart === true) return told.filter((each) => each < at);
  return told;
}
