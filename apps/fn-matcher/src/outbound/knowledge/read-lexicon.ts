import { readFileSync } from 'node:fs';
import { buildLexicon } from '../../domain/text/build-lexicon.ts';
import type { Lexicon } from '../../domain/text/lexicon.ts';
import { type LexiconTables, tableOf } from '../../domain/text/word-table.ts';

const FOLDER = new URL('../../../lexicon/', import.meta.url);
const FILES: Readonly<Record<keyof LexiconTables, string>> = {
  items: 'items',
  parts: 'parts',
  materials: 'materials',
  looks: 'looks',
  states: 'states',
  places: 'places',
  nations: 'nations',
  colors: 'colors',
  brands: 'brands',
  families: 'families',
  bareModels: 'bare-models',
  functionWords: 'function-words',
};

let known: Lexicon | undefined;

/** Built once for the process: it never changes while it runs. */
export function readLexicon(): Lexicon {
  known ??= buildLexicon(readLexiconTables());
  return known;
}

export function readLexiconTables(): LexiconTables {
  const tables = Object.entries(FILES).map(([table, file]) => {
    return [table, tableOf(readFileSync(new URL(`${file}.tsv`, FOLDER), 'utf8'))] as const;
  });
  return Object.fromEntries(tables) as unknown as LexiconTables;
}
