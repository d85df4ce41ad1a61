import { pageQuery } from '@foundnow/http';
import { z } from 'zod';
import { CATEGORIES } from '../../../domain/post/category.ts';
import { isReference } from '../../../domain/post/item-reference.ts';

const GROUPS = [...new Set(CATEGORIES.map((category) => category.split('.')[0] ?? category))];
const MOST_WORDS = 10;

const kind = z.enum(['lost', 'found']).optional();
const status = z.enum(['active', 'resolved', 'expired']);
const category = z
  .enum([...GROUPS, ...CATEGORIES] as [string, ...string[]])
  .optional()
  .describe('A category, or a group of them: bags.');
const time = z.iso.datetime({ offset: true }).optional();

/** What every search can be narrowed by. */
export const filterQuery = { kind, category, createdAfter: time, createdBefore: time };

/** `GET /posts` */
export const listPostsQuery = z.strictObject({
  ...pageQuery,
  ...filterQuery,
  status: status.default('active'),
  author: z.uuid().optional().describe('Finds only posts that you see exactly.'),
  org: z.uuid().optional(),
  reference: z.string().max(20).refine(isReference, 'must be the number on a label such as ABCD-EFG7').optional(),
  q: z
    .string()
    .max(200)
    .refine((text) => wordsOf(text) !== undefined, 'must hold a letter or a digit')
    .optional()
    .describe('Words, or their beginnings; all of them must occur.'),
  sort: z.enum(['newest', 'oldest']).default('newest'),
});

export type ListPostsQuery = z.infer<typeof listPostsQuery>;

/** `GET /users/me/posts` */
export const myPostsQuery = z.strictObject({
  ...pageQuery,
  kind,
  status: status.optional(),
  sort: z.enum(['newest', 'oldest']).default('newest'),
});

export type MyPostsQuery = z.infer<typeof myPostsQuery>;

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

/** Letters and digits only. Text without any is no search. */
export function wordsOf(text: string | undefined): string[] | undefined {
  return text
    ?.normalize('NFKC')
    .toLowerCase()
    .match(/[\p{L}\p{N}]+/gu)
    ?.slice(0, MOST_WORDS);
}

/** A reference in its one spelling: ABCD-EFG7. */
export function referenceOf(written: string | undefined): string | undefined {
  const plain = written?.toUpperCase().replaceAll(/[\s-]/g, '');
  return plain && `${plain.slice(0, 4)}-${plain.slice(4)}`;
}
