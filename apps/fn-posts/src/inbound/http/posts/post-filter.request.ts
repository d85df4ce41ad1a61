import { instant } from '@foundnow/http';
import { z } from 'zod';
import { CATEGORIES } from '@foundnow/kernel';

const GROUPS = [...new Set(CATEGORIES.map((category) => category.split('.')[0] ?? category))];

export const kind = z.enum(['lost', 'found']).optional();
export const status = z.enum(['active', 'resolved', 'expired']);
const category = z
  .enum([...GROUPS, ...CATEGORIES] as [string, ...string[]])
  .optional()
  .describe('A category, or a group of them: bags.');
const time = instant.optional();

/** What every search can be narrowed by. */
export const filterQuery = { kind, category, createdAfter: time, createdBefore: time };

type Filter = { readonly [K in keyof typeof filterQuery]?: z.infer<(typeof filterQuery)[K]> | undefined };

export function toFilter({ kind: of, category: within, createdAfter, createdBefore }: Filter) {
  return {
    kind: of,
    categories: within === undefined ? undefined : categoriesOf(within),
    createdAfter: createdAfter === undefined ? undefined : new Date(createdAfter),
    createdBefore: createdBefore === undefined ? undefined : new Date(createdBefore),
  };
}

function categoriesOf(name: string): string[] {
  return name.includes('.') ? [name] : CATEGORIES.filter((each) => each.startsWith(`${name}.`));
}
