import { instant } from '@foundnow/http';
import { z } from 'zod';
import { CATEGORIES } from '@foundnow/kernel';
import { MOST_CHARACTERS } from '../../../domain/post/text-limits.ts';
import { IDENTIFIER_TYPES } from '../../../domain/post/identifiers.ts';
import { canonicalLanguage, canonicalTimeZone } from './canonical-names.ts';
import { coordinate } from './coordinate.ts';

const text = (max: number) => z.string().trim().min(1).max(max);

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

const location = z.strictObject({
  lat: coordinate(90),
  lng: coordinate(180),
  accuracyMeters: z.number().min(0).max(50_000).nullable().default(null),
  address: text(MOST_CHARACTERS.address).nullable().default(null),
});

/** What a post is told in, by whoever reports or edits it. */
export const postFields = {
  title: text(MOST_CHARACTERS.title),
  description: z.string().trim().max(MOST_CHARACTERS.description),
  category: z.enum(CATEGORIES as [string, ...string[]]),
  tags: z.array(text(MOST_CHARACTERS.tag)).max(20),
  location,
  radiusMeters: z.int().min(100).max(50_000),
  occurredFrom: instant,
  occurredTo: instant,
  timeZone: canonical(64, canonicalTimeZone, 'must be an IANA time zone such as Europe/Berlin'),
  visibility: z.enum(['public', 'organization', 'private']),
  language: canonical(35, canonicalLanguage, 'must be a language tag such as en or pt-BR'),
  reward: z
    .strictObject({
      amountMinor: z.int().min(1).max(100_000_000),
      currency: z.string().regex(/^[A-Z]{3}$/, 'must be an ISO 4217 code such as EUR'),
    })
    .nullable(),
  identifiers: z.array(z.strictObject({ type: z.enum(IDENTIFIER_TYPES), value: text(60) })).max(5),
  proof: z.array(z.strictObject({ question: text(MOST_CHARACTERS.question), answer: text(200) })).max(5),
};

export const attributeFields = {
  brand: text(MOST_CHARACTERS.attribute).nullable(),
  model: text(MOST_CHARACTERS.attribute).nullable(),
  color: z.array(text(MOST_CHARACTERS.attribute)).max(10),
  material: text(MOST_CHARACTERS.attribute).nullable(),
  marks: text(MOST_CHARACTERS.attribute).nullable(),
};
