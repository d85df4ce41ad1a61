import { pageQuery } from '@foundnow/http';
import { z } from 'zod';
import { settled } from './coordinate.ts';
import { filterQuery } from './post-filter.request.ts';

/** An empty text is no zero, which would be a place in the Gulf of Guinea. */
const number = (minimum: number, maximum: number) =>
  z
    .preprocess(
      (text) => (text === '' ? undefined : text),
      z.coerce.number().min(minimum).max(maximum).overwrite(settled),
    )
    .meta({ type: 'number', minimum, maximum });

/** `GET /posts/nearby` */
export const nearbyPostsQuery = z.strictObject({
  ...pageQuery,
  ...filterQuery,
  lat: number(-90, 90),
  lng: number(-180, 180),
  radius: number(1, 50_000).default(5000).describe('Metres.'),
});

export type NearbyPostsQuery = z.infer<typeof nearbyPostsQuery>;
