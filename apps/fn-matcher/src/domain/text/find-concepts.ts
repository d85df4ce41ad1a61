import type { Span } from './find-names.ts';
import type { Language } from './languages.ts';
import type { Lexicon, Sense } from './lexicon.ts';
import { describedIn, sensesOf } from './senses-of.ts';
import type { Word } from './words.ts';

export interface ConceptFound extends Span {
  readonly senses: readonly Sense[];
}

const MOST_WORDS = 5;
/** The concepts that a text names as the lexicon writes them, each as long as it goes. */
export function findConcepts(words: readonly Word[], language: Language, lexicon: Lexicon): ConceptFound[] {
  const { small } = lexicon.speech[language];
  const told = words.flatMap(({ form }, at) => (small.has(form) ? [] : [at]));
  const found: ConceptFound[] = [];
  for (let at = 0; at < told.length; at += 1) {
    const phrase = phraseAt(words, told.slice(at, at + MOST_WORDS), language, lexicon);
    if (phrase === null) continue;
    found.push(phrase.concept);
    at += phrase.length - 1;
  }
  return found;
}

function phraseAt(words: readonly Word[], told: readonly number[], language: Language, lexicon: Lexicon) {
  const [from = 0] = told;
  const whole = withinClause(words, told);
  const forms = whole.map((at) => words[at]?.form ?? '');
  for (let length = forms.length; length > 0; length -= 1) {
    const phrase = forms.slice(0, length);
    const named = sensesOf(phrase, language, lexicon);
    if (named === null) continue;
    const senses = length === 1 ? named : [...named, ...describedIn(phrase, named, language, lexicon)];
    return { length, concept: { from, to: (whole[length - 1] ?? from) + 1, senses } };
  }
  return null;
}

function withinClause(words: readonly Word[], told: readonly number[]): readonly number[] {
  const [from = 0] = told;
  const last = told.at(-1) ?? from;
  for (let at = from + 1; at <= last; at += 1) if (words[at]?.apart === true) return told.filter((each) => each < at);
  return told;
}
