import { pageQuery, uuid } from '@foundnow/http';
import { z } from 'zod';
import { isReference } from '../../../domain/post/item-reference.ts';
import { wordsOf } from '../../../domain/post/search-words.ts';
import { status, filterQuery } from './post-filter.request.ts';

/** More would find nothing that these do not. */
export const MOST_WORDS = 10;

/** `GET /posts` */
export const listPostsQuery = z.strictObject({
  ...pageQuery,
  ...filterQuery,
  status: status.default('active'),
  author: uuid.optional().describe('Finds only posts that you see exactly.'),
  org: uuid.optional(),
  reference: z.string().max(20).refine(isReference, 'must be the number on a label such as ABCD-EFG7').optional(),
  q: z
    .string()
    .max(200)
    .refine((text) => wordsOf(text).length > 0, 'must hold a letter or a digit')
    .optional()
    .describe('Up to ten words, or their beginnings; all of them must occur.'),
  sort: z.enum(['newest', 'oldest']).default('newest'),
});

export type ListPostsQuery = z.infer<typeof listPostsQuery>;
