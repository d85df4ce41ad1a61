import type { Names } from './lexicon.ts';
import type { Word } from './words.ts';

/** Words from one place of a text up to another, which is not of them. */
export interface Span {
  readonly from: number;
  readonly to: number;
}

export interface NameFound<Named> extends Span {
  readonly named: Named;
}

/** The names in a text, each as long as it goes; no two share a word. */
export function findNames<Named>(words: readonly Word[], names: Names<Named>): Array<NameFound<Named>> {
  const found: Array<NameFound<Named>> = [];
  for (let from = 0; from < words.length; from += 1) {
    const name = nameAt(words, from, names);
    if (name === null) continue;
    found.push(name);
    from = name.to - 1;
  }
  return found;
}

function nameAt<Named>(words: readonly Word[], from: number, names: Names<Named>): NameFound<Named> | null {
  const first = words[from]?.form ?? '';
  const together = `${first}${words[from + 1]?.form ?? ''}`;
  const most = Math.max(names.longest.get(first) ?? 0, names.longest.has(together) ? 2 : 0);
  for (let to = Math.min(words.length, from + most); to > from; to -= 1) {
    const forms = words.slice(from, to);
    if (forms.slice(1).some(({ apart }) => apart)) continue;
    const spelled = forms.map(({ form }) => form);
    const named = names.forms.get(spelled.join(' ')) ?? (to - from === 2 ? names.forms.get(together) : undefined);
    if (named !== undefined) return { from, to, named };
  }
  return null;
}
