import { parse } from 'yaml';
import { LANGUAGES, type Language } from '../post.ts';
import { listOf, readWords, rowsOf } from './rows.ts';

/** One sort of item as people lose it. */
export interface ItemType {
  readonly name: string;
  readonly category: string;
  readonly weight: number;
  readonly confusedWith: readonly string[];
  readonly otherFamily: readonly string[];
  readonly colours: readonly string[];
  readonly materials: readonly string[];
  readonly brands: string;
  readonly marks: readonly string[];
  readonly tags: readonly string[];
}

export type ByLanguage = Readonly<Record<Language, readonly string[]>>;

export interface Colour {
  readonly neighbours: readonly string[];
  readonly words: ByLanguage;
  readonly seen: string;
}

export interface Brand {
  readonly name: string;
  readonly models: readonly string[];
}

export interface Phrases {
  readonly [list: string]: readonly string[] | Readonly<Record<string, readonly string[]>>;
}

export const TYPES: readonly ItemType[] = rowsOf('types.tsv').map(
  ([name = '', category = '', weight, confused, far, colours, materials, brands = '', marks, tags]) => ({
    name,
    category,
    weight: Number(weight),
    confusedWith: listOf(confused),
    otherFamily: listOf(far),
    colours: listOf(colours),
    materials: listOf(materials),
    brands,
    marks: listOf(marks),
    tags: listOf(tags),
  }),
);

export const ITEM_WORDS: Readonly<Record<Language, ReadonlyMap<string, readonly string[]>>> = forEachLanguage(
  (language) => new Map(rowsOf(`items.${language}.tsv`).map(([type = '', words]) => [type, listOf(words, '|')])),
);

export const COLOURS: ReadonlyMap<string, Colour> = new Map(
  rowsOf('colours.tsv').map(([name = '', neighbours, ...cells]) => [
    name,
    { neighbours: listOf(neighbours), words: wordsIn(cells), seen: cells[5] ?? name },
  ]),
);

export const MATERIALS: ReadonlyMap<string, ByLanguage> = new Map(
  rowsOf('materials.tsv').map(([name = '', ...cells]) => [name, wordsIn(cells)]),
);

/** A star on a brand or model stays, as on words: see held-out.ts. */
export const BRANDS: ReadonlyMap<string, readonly Brand[]> = new Map(
  rowsOf('brands.tsv').map(([group = '', ...cells]) => [
    group,
    cells.map((cell) => {
      const [name = '', models] = cell.split(':');
      return { name, models: listOf(models) };
    }),
  ]),
);

export interface Remark {
  readonly groups: readonly string[];
  readonly words: ByLanguage;
}

export const MARKS: readonly Remark[] = remarksIn('marks.tsv');
export const CONTENTS: readonly Remark[] = remarksIn('contents.tsv');

export const PHRASES: Readonly<Record<Language, Phrases>> = forEachLanguage(
  (language) => parse(readWords(`phrases.${language}.yaml`)) as Phrases,
);

export function phrases(language: Language, list: string, key?: string): readonly string[] {
  const found = PHRASES[language][list];
  const entries = Array.isArray(found)
    ? (found as readonly string[])
    : key === undefined
      ? undefined
      : inList(found, key);
  if (entries === undefined) throw new Error(`phrases.${language}.yaml has no ${list} ${key ?? ''}`);
  return entries;
}

function inList(found: Phrases[string] | undefined, key: string): readonly string[] | undefined {
  return (found as Readonly<Record<string, readonly string[]>> | undefined)?.[key];
}

function remarksIn(table: string): Remark[] {
  return rowsOf(table).map(([groups, ...cells]) => ({ groups: listOf(groups), words: wordsIn(cells) }));
}

function wordsIn(cells: readonly string[]): ByLanguage {
  return forEachLanguage((_language, index) => listOf(cells[index], ';'));
}

function forEachLanguage<Value>(valueOf: (language: Language, index: number) => Value): Record<Language, Value> {
  const [en, es, fr, de, pt] = LANGUAGES.map(valueOf);
  return { en, es, fr, de, pt } as Record<Language, Value>;
}
