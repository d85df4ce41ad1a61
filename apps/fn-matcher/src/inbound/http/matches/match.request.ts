import { pageQuery, uuid } from '@foundnow/http';
import { z } from 'zod';
import { REJECTION_REASONS } from '../../../domain/match/match-words.ts';
import { MATCH_ORDERS } from '../../../use-cases/matches/match-search.port.ts';

export const MATCH_STATUSES = ['pending', 'confirmed', 'rejected', 'expired', 'returned'] as const;
export const MATCH_TIERS = ['review', 'show', 'notify'] as const;
export const SIDES = ['lost', 'found'] as const;

const confidence = z.coerce.number().min(0).max(1);

/** `GET /matches` */
export const matchesQuery = z.strictObject({
  ...pageQuery,
  post: uuid.optional().describe('Of this post.'),
  status: z.enum(MATCH_STATUSES).optional(),
  tier: z.enum(MATCH_TIERS).optional(),
  minConfidence: confidence.optional(),
  maxConfidence: confidence.optional(),
  sort: z.enum(MATCH_ORDERS).default('newest').describe('expiring: what lapses first comes first.'),
});
export type MatchesQuery = z.infer<typeof matchesQuery>;

const side = z.enum(SIDES).optional().describe('For whoever has a part in both posts, such as the desk of one house.');

/** `GET /matches/{id}/questions` */
export const sideQuery = z.strictObject({ side });
export type SideQuery = z.infer<typeof sideQuery>;

/** `POST /matches/{id}/confirm` */
export const confirmMatchRequest = z.strictObject({ side }).default({});
export type ConfirmMatchRequest = z.infer<typeof confirmMatchRequest>;

/** `POST /matches/{id}/reject` */
export const rejectMatchRequest = z.strictObject({
  side,
  reason: z.enum(REJECTION_REASONS),
  note: z
    .string()
    .trim()
    .min(1)
    .max(500)
    .nullable()
    .default(null)
    .describe('For those who look after the matching. Contact data in it is masked; the other side is not shown it.'),
});
export type RejectMatchRequest = z.infer<typeof rejectMatchRequest>;
