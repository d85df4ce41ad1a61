import { z } from 'zod';

const words = z
  .string()
  .nullish()
  .transform((value) => value ?? null);
/** Where no offset is told, UTC. */
const moment = z.union([
  z.number(),
  z.iso
    .datetime({ offset: true, local: true })
    .transform((text) => Date.parse(/(?:Z|[+-]\d\d:?\d\d)$/.test(text) ? text : `${text}Z`)),
]);
const orElse = <Schema extends z.ZodType, Value>(schema: Schema, value: Value) =>
  schema.nullish().transform((given): z.output<Schema> | Value => given ?? value);

const attributes = z.looseObject({
  brand: words,
  model: words,
  color: orElse(z.array(z.string()), []),
  material: words,
  marks: words,
});

const analysis = z.looseObject({
  tags: orElse(z.array(z.object({ name: z.string(), confidence: z.number().default(1) })), []),
  colors: orElse(z.array(z.object({ name: z.string(), share: z.number().default(1) })), []),
  text: orElse(z.array(z.object({ value: z.string(), confidence: z.number().default(1) })), []),
});

/** One line of posts.jsonl. What is not told is missing evidence; where and when it was must be told. */
export const postLine = z.looseObject({
  id: z.string().min(1),
  kind: z.enum(['lost', 'found']),
  title: orElse(z.string(), ''),
  description: words,
  category: orElse(z.string(), 'other.other'),
  attributes: z.preprocess((given) => given ?? {}, attributes),
  location: z.looseObject({ lat: z.number().min(-90).max(90), lng: z.number().min(-180).max(180) }),
  radiusMeters: orElse(z.number().min(0), 500),
  occurredFrom: moment,
  occurredTo: moment,
  reportedAt: moment.nullish(),
  language: orElse(z.string(), 'en'),
  analysis: analysis.nullish(),
});

export type Post = z.infer<typeof postLine>;

export const truthLine = z.object({ lostId: z.string(), foundId: z.string() });

/** What to do about it is in the message. */
export class DataError extends Error {}
