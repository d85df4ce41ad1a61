import { z } from 'zod';
import { CATEGORIES } from '../../../domain/post/category.ts';
import type { ItemReport } from '../../../domain/post/post-state.ts';
import { canonicalLanguage, canonicalTimeZone } from './canonical-names.ts';

const text = (max: number) => z.string().trim().min(1).max(max);

const location = z.strictObject({
  lat: z.number().min(-90).max(90),
  lng: z.number().min(-180).max(180),
  accuracyMeters: z.number().min(0).max(50_000).nullable().default(null),
  address: text(200).nullable().default(null),
});

const attributes = z.strictObject({
  brand: text(200).nullable().default(null),
  model: text(200).nullable().default(null),
  color: z.array(text(200)).max(10).default([]),
  material: text(200).nullable().default(null),
  marks: text(200).nullable().default(null),
});

const reward = z.strictObject({
  amountMinor: z.int().min(1).max(100_000_000),
  currency: z.string().regex(/^[A-Z]{3}$/, 'must be an ISO 4217 code such as EUR'),
});

/** A name in its one spelling, or a refusal that says what is wanted. */
const canonical = (most: number, spell: (name: string) => string | null, wanted: string) =>
  z
    .string()
    .max(most)
    .transform((name, context) => {
      const spelt = spell(name);
      if (spelt !== null) return spelt;
      context.addIssue({ code: 'custom', message: wanted });
      return z.NEVER;
    });

/** `POST /posts`. Proof details, identifiers and photos are not taken yet: an unknown field is refused, never dropped. */
export const reportItemRequest = z.strictObject({
  kind: z.enum(['lost', 'found']),
  title: text(200),
  description: z.string().trim().max(2000).default(''),
  category: z.enum(CATEGORIES as [string, ...string[]]),
  attributes: attributes.prefault({}),
  location,
  radiusMeters: z.int().min(100).max(50_000).default(1000),
  occurredFrom: z.iso.datetime({ offset: true }),
  occurredTo: z.iso.datetime({ offset: true }),
  timeZone: canonical(64, canonicalTimeZone, 'must be an IANA time zone such as Europe/Berlin'),
  visibility: z.enum(['public', 'organization', 'private']).default('public'),
  language: canonical(35, canonicalLanguage, 'must be a language tag such as en or pt-BR'),
  reward: reward.nullable().default(null),
});

export type ReportItemRequest = z.infer<typeof reportItemRequest>;

/** Field by field: what is added to the request later must not slip into the post, and so into events, unseen. */
export function toItemReport(request: ReportItemRequest): ItemReport {
  return {
    kind: request.kind,
    title: request.title,
    description: request.description,
    category: request.category,
    attributes: request.attributes,
    location: request.location,
    radiusMeters: request.radiusMeters,
    occurredFrom: new Date(request.occurredFrom),
    occurredTo: new Date(request.occurredTo),
    timeZone: request.timeZone,
    visibility: request.visibility,
    language: request.language,
    reward: request.reward,
  };
}
