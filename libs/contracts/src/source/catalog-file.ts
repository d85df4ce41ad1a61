import { parse } from 'yaml';
import { z } from 'zod';

/** Names in one line of text: the file stays readable, and a formatter leaves it so. */
const names = z.string().transform((text) => text.split(/\s+/).filter((name) => name !== ''));
const classes = z.strictObject({
  public: names.optional(),
  pseudonymous: names.optional(),
  sealed: names.optional(),
});
const event = z.strictObject({ key: z.string().optional(), consumers: z.record(z.string(), names) });
const topic = z.strictObject({
  owner: z.string(),
  partitions: z.int().min(1).max(512),
  retentionDays: z.int().min(1),
  key: z.string(),
  classification: classes,
  records: z.record(z.string(), classes).default({}),
  events: z.record(z.string(), event),
});
const catalogFile = z.strictObject({ '.reads': z.unknown().optional(), topics: z.record(z.string(), topic) });

export type Classes = z.infer<typeof classes>;
export type CatalogFile = z.infer<typeof catalogFile>;
export type Classification = keyof Classes;
export const CLASSIFICATIONS = ['public', 'pseudonymous', 'sealed'] as const satisfies readonly Classification[];

/** Reads `schemas/catalog.yaml`. Throws with the path of what is wrong. */
export function parseCatalog(text: string): CatalogFile {
  const result = catalogFile.safeParse(parse(text));
  if (result.success) return result.data;
  const problems = result.error.issues.map((issue) => `${issue.path.join(' → ')}: ${issue.message}`);
  throw new Error(`schemas/catalog.yaml is malformed\n${problems.join('\n')}`);
}
