import type { BareModel, BrandForm, Family, Lexicon, Names } from './lexicon.ts';
import { spellingIndex } from './spelling.ts';
import { type TableRow, listOf } from './word-table.ts';
import { wordsOf } from './words.ts';

/** Names may be anything: a shorter word two letters off is another one. */
const SURE_OF_TWO_OFF = 9;

/** Brands as they are compared, `ray-ban`, under every way people write them. */
export function brandsOf(rows: readonly TableRow[], families: readonly TableRow[]): Lexicon['brands'] {
  const forms = new Map<string, BrandForm>();
  const longest = new Map<string, number>();
  const makers = families.map((row) => row['brand'] ?? '');
  const named = new Set(rows.map((row) => row['brand'] ?? ''));
  const missing = makers.filter((brand) => !named.has(brand)).map((brand) => ({ brand, also: `${brand}?` }));
  for (const row of [...rows, ...missing]) {
    const name = row['brand'] ?? '';
    const also = listOf(row['also']);
    const written = also.some((form) => spelled(form) === spelled(name)) ? also : [name, ...also];
    for (const form of written) {
      addName(forms, longest, form, { brand: name.toLowerCase(), ordinary: form.endsWith('?') });
    }
  }
  const sure = [...forms].filter(([form, { ordinary }]) => !ordinary && form.length > 5).map(([form]) => form);
  return { forms, longest, spellings: spellingIndex(sure, (form) => forms.get(form)?.brand ?? form, SURE_OF_TWO_OFF) };
}

export function familiesOf(rows: readonly TableRow[]): Names<Family> {
  const forms = new Map<string, Family>();
  const longest = new Map<string, number>();
  for (const row of rows) for (const form of listOf(row['also'])) addName(forms, longest, form, familyOf(row));
  return { forms, longest };
}

export function bareModelsOf(rows: readonly TableRow[]): BareModel[] {
  return rows.map((row) => ({
    ...familyOf(row),
    pattern: new RegExp(`^(?:${row['pattern'] ?? ''})$`),
    beside: listOf(row['beside']),
  }));
}

function familyOf(row: TableRow): Family {
  const { family = '', brand = '', concept = '' } = row;
  return { family, brand: brand.toLowerCase(), concept };
}

function addName<Named>(forms: Map<string, Named>, longest: Map<string, number>, form: string, named: Named): void {
  const words = spelled(form).split(' ');
  const [first = ''] = words;
  forms.set(words.join(' '), named);
  if (words.length > 1 && !forms.has(words.join(''))) forms.set(words.join(''), named);
  longest.set(first, Math.max(longest.get(first) ?? 0, words.length));
}

function spelled(form: string): string {
  return wordsOf(form)
    .map((word) => word.form)
    .join(' ');
}
