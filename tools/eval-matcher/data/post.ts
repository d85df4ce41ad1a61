import { z } from 'zod';

const words = z
  .string()
  .nullish()
  .transform((value) => value ?? null);
const moment = z.union([z.number(), z.iso.datetime({ offset: true }).transform((text) => Date.parse(text))]);

/** One line of posts.jsonl. What is not told is missing evidence; what the place and the time are must be told. */
export const postLine = z.object({
  id: z.string().min(1),
  kind: z.enum(['lost', 'found']),
  title: z.string(),
  description: words,
  category: z.string().min(1),
  attributes: z
    .object({
      brand: words,
      model: words,
      color: z
        .array(z.string())
        .nullish()
        .transform((value) => value ?? []),
      material: words,
      marks: words,
    })
    .prefault({}),
  location: z.object({ lat: z.number().min(-90).max(90), lng: z.number().min(-180).max(180) }),
  radiusMeters: z.number().min(0).default(500),
  occurredFrom: moment,
  occurredTo: moment,
  reportedAt: moment.nullish(),
  language: z.string().default('en'),
  analysis: z
    .object({
      tags: z.array(z.object({ name: z.string(), confidence: z.number().default(1) })).default([]),
      colors: z.array(z.object({ name: z.string(), share: z.number().default(1) })).default([]),
      text: z.array(z.object({ value: z.string(), confidence: z.number().default(1) })).default([]),
    })
    .nullish(),
});

export type Post = z.infer<typeof postLine>;

export const truthLine = z.object({ lostId: z.string(), foundId: z.string() });

/** What to do about it is in the message. */
export class DataError extends Error {}
