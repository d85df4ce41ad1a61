import { createReadStream } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { z } from 'zod';
import type { Item } from '../../src/domain/item/item.ts';

const sighting = z.object({ value: z.string(), confidence: z.number().default(1) });
const text = z
  .string()
  .nullish()
  .transform((value) => value ?? null);
const moment = z.union([z.number(), z.string().transform((value) => Date.parse(value))]);

const identifier = z.object({
  type: z.string(),
  exact: z.array(z.string()).default([]),
  near: z.array(z.string()).default([]),
});

const analysis = z.object({
  category: sighting.nullish().default(null),
  brand: sighting.nullish().default(null),
  model: sighting.nullish().default(null),
  material: sighting.nullish().default(null),
  tags: z.array(z.object({ name: z.string(), confidence: z.number().default(1) })).default([]),
  colors: z.array(z.object({ name: z.string(), share: z.number().default(1) })).default([]),
  text: z.array(sighting).default([]),
  hashes: z.array(z.object({ algorithm: z.string(), value: z.string() })).default([]),
  vectors: z.array(z.object({ model: z.string(), values: z.array(z.number()) })).default([]),
  identifiers: z.array(identifier).default([]),
});

/** A line of posts.jsonl. What a data set does not tell is missing evidence. */
const line = z.object({
  id: z.string(),
  kind: z.enum(['lost', 'found']),
  title: z.string().default(''),
  description: text,
  category: z.string(),
  tags: z.array(z.string()).default([]),
  attributes: z
    .object({ brand: text, model: text, color: z.array(z.string()).nullish(), material: text, marks: text })
    .prefault({}),
  location: z.object({ lat: z.number(), lng: z.number(), accuracyMeters: z.number().nullish() }),
  radiusMeters: z.number().default(500),
  occurredFrom: moment,
  occurredTo: moment,
  reportedAt: moment.nullish(),
  language: z.string().default('en'),
  identifiers: z.array(identifier).default([]),
  analysis: analysis.nullish(),
});

export async function readPosts(folder: string): Promise<Item[]> {
  const items: Item[] = [];
  for await (const each of linesOf(join(folder, 'posts.jsonl'))) items.push(itemOf(JSON.parse(each)));
  return items;
}

const truth = z.object({ lostId: z.string(), foundId: z.string() });

/** The ids of what was found, by the id of what was lost. */
export async function readTruth(folder: string): Promise<Map<string, Set<string>>> {
  const pairs = new Map<string, Set<string>>();
  for await (const each of linesOf(join(folder, 'truth.jsonl'))) {
    const { lostId, foundId } = truth.parse(JSON.parse(each));
    pairs.set(lostId, (pairs.get(lostId) ?? new Set()).add(foundId));
  }
  return pairs;
}

export function itemOf(json: unknown): Item {
  const { location, attributes, analysis: seen, reportedAt, ...post } = line.parse(json);
  return {
    ...post,
    reportedAt: reportedAt ?? post.occurredTo,
    attributes: { ...attributes, color: attributes.color ?? [] },
    place: { ...location, accuracyMeters: location.accuracyMeters ?? null },
    analysis:
      seen == null
        ? null
        : { ...seen, vectors: seen.vectors.map(({ model, values }) => ({ model, values: Float32Array.from(values) })) },
  };
}

async function* linesOf(file: string): AsyncGenerator<string> {
  for await (const each of createInterface({ input: createReadStream(file) })) if (each.trim() !== '') yield each;
}
