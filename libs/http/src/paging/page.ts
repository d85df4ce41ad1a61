import { z } from 'zod';

/** Goes into the query schema of every listing: `z.strictObject({ ...pageQuery, kind: … })`. */
export const pageQuery = {
  limit: z.coerce.number().int().min(1).max(100).default(20),
  cursor: z.string().min(1).max(1_024).optional(),
} as const;

export interface Page<T> {
  readonly items: readonly T[];
  /** Null: this was the last page. */
  readonly nextCursor: string | null;
}

export function pageOf<Item extends z.ZodType>(item: Item) {
  return z.object({ items: z.array(item), nextCursor: z.string().nullable() });
}

/** Ask for one row more than `limit`: whether it comes tells whether there is a next page. */
export function toPage<Row, T>(
  rows: readonly Row[],
  limit: number,
  toItem: (row: Row) => T,
  cursorAfter: (row: Row) => string,
): Page<T> {
  const kept = rows.slice(0, limit);
  const last = kept.at(-1);
  const more = rows.length > limit && last !== undefined;
  return { items: kept.map(toItem), nextCursor: more ? cursorAfter(last) : null };
}
