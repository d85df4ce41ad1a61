import { readFileSync } from 'node:fs';
import { z } from 'zod';
import { type CategoryTable, categoryTable } from '../../domain/blocking/categories.ts';

const FILE = new URL('../../../lexicon/categories.json', import.meta.url);
const table = z.object({ confused: z.array(z.tuple([z.string(), z.string()])) });

export function readCategories(): CategoryTable {
  return categoryTable(table.parse(JSON.parse(readFileSync(FILE, 'utf8'))).confused);
}
