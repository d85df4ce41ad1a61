import { pageQuery } from '@foundnow/http';
import { z } from 'zod';
import { kind, status } from './post-filter.request.ts';

/** `GET /users/me/posts` */
export const myPostsQuery = z.strictObject({
  ...pageQuery,
  kind,
  status: status.optional(),
  sort: z.enum(['newest', 'oldest']).default('newest'),
});

export type MyPostsQuery = z.infer<typeof myPostsQuery>;
