import { z } from 'zod';

/** An id in a request, in its one spelling: capitals name the same row, but not what was sealed or hashed under its id. */
export const uuid = z.uuid().toLowerCase();
