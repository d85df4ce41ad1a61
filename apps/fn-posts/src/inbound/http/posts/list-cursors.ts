import { createCursors, instantAsDate, uuid } from '@foundnow/http';
import { z } from 'zod';

/** Positions hold nothing that the page has not shown, so nobody gains by making one up. */
export const listCursors = createCursors({
  listing: 'posts',
  position: z.object({ createdAt: instantAsDate, id: uuid }),
});

export const nearbyCursors = createCursors({
  listing: 'posts/nearby',
  position: z.object({ meters: z.number(), id: uuid }),
});

export const historyCursors = createCursors({
  listing: 'posts/history',
  position: z.object({ below: z.int().min(1) }),
});
