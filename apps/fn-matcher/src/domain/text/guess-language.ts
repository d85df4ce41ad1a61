import { LANGUAGES, type Language, knownLanguage } from './languages.ts';
import type { Lexicon } from './lexicon.ts';
import type { Word } from './words.ts';

/** The language that the small words of a text speak: the hint, unless another one is clearly more at home in it. */
export function guessLanguage(words: readonly Word[], hint: string, lexicon: Lexicon): Language {
  const counts = LANGUAGES.map((language) => {
    const { small } = lexicon.speech[language];
    return words.reduce((sum, { form }) => sum + (small.has(form) ? 1 : 0), 0);
  });
  const hinted = knownLanguage(hint);
  const most = Math.max(...counts);
  const likely = LANGUAGES[counts.indexOf(most)] ?? 'en';
  if (hinted === null) return likely;
  const spoken = counts[LANGUAGES.indexOf(hinted)] ?? 0;
  return most >= 2 && most > 2 * spoken ? likely : hinted;
}
