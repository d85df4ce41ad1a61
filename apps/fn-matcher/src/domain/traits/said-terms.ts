import type { Lexicon } from '../text/lexicon.ts';
import type { ReadText } from '../text/read-text.ts';
import type { ItemReading } from './item-reading.ts';
import { roughForm } from './rough-form.ts';
import { SOURCE, type Traits } from './traits.ts';

export type SaidTerms = Pick<
  Traits,
  'terms' | 'sources' | 'allSources' | 'broader' | 'broaderOf' | 'sorts' | 'widerSorts'
>;

/** What is said of the item and by whom. */
export function saidIn({ text, marks, brand, model, photos }: ItemReading, lexicon: Lexicon): SaidTerms {
  const said = new Map<string, number>();
  const add = (reading: ReadText, source: number) => {
    for (const term of termsIn(reading)) said.set(term, (said.get(term) ?? 0) | source);
  };
  add(text, SOURCE.text);
  add(marks, SOURCE.marks);
  add(brand, SOURCE.name);
  add(model, SOURCE.name);
  add(photos.tags, SOURCE.tags);
  add(photos.writing, SOURCE.writing);
  const terms = [...said.keys()].toSorted(byCode);
  const broader = terms
    .flatMap((term, of) => roughly(term, lexicon).map((form) => ({ form, of })))
    .toSorted((a, b) => byCode(a.form, b.form) || a.of - b.of);
  const sorts = sortsIn(text).length > 0 ? sortsIn(text) : sortsIn(photos.tags);
  return {
    sorts: sorts.map(conceptTerm).toSorted(byCode),
    widerSorts: [...new Set(sorts.flatMap((id) => lexicon.broader(id)))].map(conceptTerm).toSorted(byCode),
    terms,
    sources: terms.map((term) => said.get(term) ?? 0),
    allSources: terms.reduce((all, term) => all | (said.get(term) ?? 0), 0),
    broader: broader.map(({ form }) => form),
    broaderOf: broader.map(({ of }) => of),
  };
}

function sortsIn({ concepts }: ReadText): string[] {
  return [...new Set(concepts.filter(({ weightHint }) => weightHint === 'item').map(({ id }) => id))];
}

function conceptTerm(id: string): string {
  return `c:${id}`;
}

/** Materials have a signal of their own, and so have colours, makers and models. */
function termsIn({ concepts, rest, numbers }: ReadText): string[] {
  return [
    ...concepts.filter(({ weightHint }) => weightHint !== 'material').map(({ id }) => conceptTerm(id)),
    ...rest.map((word) => `w:${word}`),
    ...numbers.map((each) => `n:${each}`),
  ];
}

/** The concepts above a concept; for a word that no lexicon has, what is left of it when it is misspelt. */
function roughly(term: string, lexicon: Lexicon): string[] {
  const [kind, word] = [term.slice(0, 2), term.slice(2)];
  if (kind === 'c:') return lexicon.broader(word).map(conceptTerm);
  const form = kind === 'w:' ? roughForm(word) : null;
  return form === null ? [] : [`~:${form}`];
}

/** By code unit, as `<` compares. */
function byCode(one: string, other: string): number {
  if (one === other) return 0;
  return one < other ? -1 : 1;
}
