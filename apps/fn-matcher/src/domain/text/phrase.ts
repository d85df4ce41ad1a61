import { folded } from './folded.ts';
import type { SmallWords } from './small-words.ts';
import { wordsOf } from './words.ts';

/** They add nothing to the one word that they stand before: `en cuir`, `de piel`, `com flores`. */
const ADDING_NOTHING = new Set(
  'de du d da do dos das del des la le el les los las l a as aos au aux the of en em in mit con avec com for para pour fur'.split(
    ' ',
  ),
);

/** Most forms are one, and twenty thousand are read at the start. */
const ONE_WORD = /^\p{L}{4,30}$/u;

/**
 * The words of a form that say something: `sac à dos` → `sac`, `dos`. Where one alone would be left that means
 * less, as in `carry-on`, all of them.
 */
export function phraseOf(text: string, { small }: Pick<SmallWords, 'small'>): string[] {
  if (ONE_WORD.test(text)) return [folded(text)];
  const forms = wordsOf(text).map(({ form }) => form);
  const said = forms.filter((form) => !small.has(form));
  const isWhole = said.length > 1 || forms.every((form) => ADDING_NOTHING.has(form) || said.includes(form));
  return said.length > 0 && isWhole ? said : forms;
}
