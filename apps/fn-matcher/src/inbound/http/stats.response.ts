import { z } from 'zod';

export const statsResponse = z.object({
  received: z.int(),
  byKind: z.record(z.string(), z.int()),
});

export type StatsResponse = z.infer<typeof statsResponse>;
