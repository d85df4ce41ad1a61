import { type Entry, buildSpeech } from './build-speech.ts';
import { bareModelsOf, brandsOf, familiesOf } from './build-names.ts';
import { colorDistances } from './color-distance.ts';
import { LANGUAGES } from './languages.ts';
import type { Language } from './languages.ts';
import type { Lexicon, Sense, Speech } from './lexicon.ts';
import { smallWords } from './small-words.ts';
import { type LexiconTables, type TableRow, listOf } from './word-table.ts';
import { writtenForms } from './written-forms.ts';

const KINDS: ReadonlyArray<readonly [prefix: string, kind: Sense['kind']]> = [
  ['part:', 'part'],
  ['material:', 'material'],
  ['pattern:', 'pattern'],
  ['shape:', 'shape'],
  ['size:', 'size'],
  ['place:', 'context'],
];

export function buildLexicon(tables: LexiconTables): Lexicon {
  const concepts = conceptsOf(tables);
  const speech = Object.fromEntries(
    LANGUAGES.map((language) => {
      const words = smallWords(tables.functionWords, language);
      return [language, buildSpeech(language, entriesOf(concepts, language), words)];
    }),
  ) as Record<Language, Speech>;
  const under = new Map(
    [...tables.items, ...tables.materials, ...tables.looks].map((row) => [row['concept'], row['under'] ?? '']),
  );
  const categories = new Map([
    ...tables.items.map((row) => [row['concept'] ?? '', listOf(row['categories'])] as const),
    ...tables.brands.map((row) => [(row['brand'] ?? '').toLowerCase(), listOf(row['categories'])] as const),
  ]);
  return {
    speech,
    brands: brandsOf(tables.brands, tables.families),
    families: familiesOf(tables.families),
    bareModels: bareModelsOf(tables.bareModels),
    broader: (concept) => chainOf(concept, under),
    categoriesOf: (concept) => categories.get(concept) ?? [],
    colorDistance: colorDistances(new Map(tables.colors.map((row) => [row['color'] ?? '', row['hex'] ?? '']))),
  };
}

/** A row, and the concept that it writes down. */
export interface ConceptRow extends Sense {
  readonly row: TableRow;
}

export function conceptsOf(tables: LexiconTables): ConceptRow[] {
  const { items, parts, materials, looks, states, places, nations, colors } = tables;
  const others = [...parts, ...materials, ...looks, ...states, ...places, ...nations];
  return [
    ...items.map((row) => ({ id: row['concept'] ?? '', kind: 'item' as const, row })),
    ...others.map((row) => ({ id: row['concept'] ?? '', kind: kindOf(row['concept'] ?? ''), row })),
    ...colors.map((row) => ({ id: row['color'] ?? '', kind: 'color' as const, row })),
  ];
}

function kindOf(concept: string): Sense['kind'] {
  return KINDS.find(([prefix]) => concept.startsWith(prefix))?.[1] ?? 'state';
}

function entriesOf(concepts: readonly ConceptRow[], language: Language): Entry[] {
  return concepts.flatMap(({ id, kind, row }) => writtenForms(row[language]).map(({ text }) => ({ id, kind, text })));
}

function chainOf(concept: string, under: ReadonlyMap<string | undefined, string>): string[] {
  const above = under.get(concept) ?? '';
  return above === '' ? [] : [above, ...chainOf(above, under)];
}
