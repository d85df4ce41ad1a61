import { z } from 'zod';

const text = (max: number) => z.string().trim().min(1).max(max);

const zones = new Set<string>();

function isZone(zone: string): boolean {
  if (zones.has(zone)) return true;
  try {
    new Intl.DateTimeFormat('en', { timeZone: zone });
  } catch {
    return false;
  }
  zones.add(zone);
  return true;
}

/** The same checks that `POST /api/v1/posts` makes. */
export const reportSchema = z.strictObject({
  kind: z.enum(['lost', 'found']),
  title: text(200),
  description: z.string().trim().max(2000),
  category: z.enum(['bags.backpack', 'bags.suitcase', 'electronics.phone', 'keys.house', 'wallets.wallet']),
  tags: z.array(text(40)).max(20),
  attributes: z.strictObject({
    brand: text(200).nullable(),
    model: text(200).nullable(),
    color: z.array(text(200)).max(10),
    material: text(200).nullable(),
    marks: text(200).nullable(),
  }),
  location: z.strictObject({
    lat: z.number().min(-90).max(90),
    lng: z.number().min(-180).max(180),
    accuracyMeters: z.number().min(0).max(50_000).nullable(),
    address: text(200).nullable(),
  }),
  radiusMeters: z.int().min(100).max(50_000),
  occurredFrom: z.iso.datetime({ offset: true }),
  occurredTo: z.iso.datetime({ offset: true }),
  timeZone: z.string().max(64).refine(isZone),
  visibility: z.enum(['public', 'organization', 'private']),
  language: z
    .string()
    .max(35)
    .regex(/^[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8})*$/),
  reward: z
    .strictObject({ amountMinor: z.int().min(1).max(100_000_000), currency: z.string().regex(/^[A-Z]{3}$/) })
    .nullable(),
  identifiers: z.array(z.strictObject({ type: z.enum(['serial', 'imei']), value: text(60) })).max(5),
  proof: z.array(z.strictObject({ question: text(200), answer: text(200) })).max(5),
  photoUploadIds: z.array(z.uuid()).max(10),
});

export type Report = z.infer<typeof reportSchema>;
