import { pageOf } from '@foundnow/http';
import { z } from 'zod';
import { postResponse } from './post.response.ts';

export const postListResponse = pageOf(postResponse).describe(
  'A page can hold fewer posts than asked for, even none: as long as nextCursor is not null there may be more.',
);

export type PostListResponse = z.infer<typeof postListResponse>;

export const nearbyPostsResponse = pageOf(
  postResponse.extend({
    distanceMeters: z.number().describe('To the place that you are shown; rounded to 100 m where that is not exact.'),
  }),
);

export type NearbyPostsResponse = z.infer<typeof nearbyPostsResponse>;
