import { z } from 'zod';

export const statsResponse = z.object({
  received: z.int(),
  byLanguage: z.record(z.string(), z.int()),
});

export type StatsResponse = z.infer<typeof statsResponse>;
