import { pageQuery } from '@foundnow/http';
import { z } from 'zod';
import { isReference } from '../../../domain/post/item-reference.ts';
import { status, filterQuery } from './post-filter.request.ts';
import { wordsOf } from './search-words.ts';

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
