import type { SmallWords } from './small-words.ts';
import { wordsOf } from './words.ts';

/** The words of a form that say something: `sac à dos` → `sac`, `dos`. All of them when none does. */
export function phraseOf(text: string, { small }: Pick<SmallWords, 'small'>): string[] {
  const forms = wordsOf(text).map(({ form }) => form);
  const said = forms.filter((form) => !small.has(form));
  return said.length === 0 ? forms : said;
}
