import { z } from 'zod';
import { CATEGORIES } from '../../domain/category.ts';
import type { ItemReport } from '../../domain/post-state.ts';
import { askedOnce } from './asked-once.ts';

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

const succeeds = (make: () => unknown): boolean => {
  try {
    make();
    return true;
  } catch {
    return false;
  }
};

const isTimeZone = askedOnce((zone) => succeeds(() => new Intl.DateTimeFormat('en', { timeZone: zone })));
const isLanguage = askedOnce((tag) => succeeds(() => new Intl.Locale(tag)));

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
  timeZone: z.string().max(64).refine(isTimeZone, 'must be an IANA time zone'),
  visibility: z.enum(['public', 'organization', 'private']).default('public'),
  language: z.string().max(35).refine(isLanguage, 'must be a BCP 47 language tag'),
  reward: reward.nullable().default(null),
});

export type ReportItemRequest = z.infer<typeof reportItemRequest>;

export function toItemReport(request: ReportItemRequest): ItemReport {
  return { ...request, occurredFrom: new Date(request.occurredFrom), occurredTo: new Date(request.occurredTo) };
}
