import { z } from 'zod';
import type { TakenIn } from '../../../use-cases/intake/take-in-items.ts';
import { counts, createdItemResponse, refusedItemResponse, toTakenInResponse } from '../intake/taken-in.response.ts';
import type { CsvRow } from './read-csv.ts';

const line = z.int().describe('The line of the file in which the row begins, from 1.');

export const importedResponse = z.object({
  ...counts,
  items: z.array(
    z.discriminatedUnion('outcome', [createdItemResponse.extend({ line }), refusedItemResponse.extend({ line })]),
  ),
});

export type ImportedResponse = z.infer<typeof importedResponse>;

export function toImportedResponse(taken: TakenIn, rows: readonly CsvRow[]): ImportedResponse {
  const { items, ...rest } = toTakenInResponse(taken);
  return { ...rest, items: items.map((item, index) => ({ ...item, line: rows[index]?.line ?? 0 })) };
}
