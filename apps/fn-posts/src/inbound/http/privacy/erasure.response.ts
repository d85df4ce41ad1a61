import { z } from 'zod';

export const erasureResponse = z
  .object({
    requestedAt: z.iso.datetime(),
    completedAt: z.iso.datetime().nullable().meta({ description: 'Null: something is still to be taken away.' }),
  })
  .meta({ id: 'Erasure' });

export type ErasureResponse = z.infer<typeof erasureResponse>;
