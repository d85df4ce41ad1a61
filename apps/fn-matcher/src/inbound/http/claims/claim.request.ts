import { pageQuery, uuid } from '@foundnow/http';
import { z } from 'zod';
import { CLAIM_STATUSES, DENIAL_REASONS, PROOFS } from '../../../domain/claim/claim.ts';

const MOST_ANSWERS = 10;

const answers = z
  .array(z.strictObject({ questionId: z.string().min(1).max(40), answer: z.string().trim().max(200) }))
  .max(MOST_ANSWERS)
  .describe('To the questions of `GET /matches/{id}/questions`. What is not answered counts as wrong.');

/** `POST /matches/{id}/claims` */
export const claimItemRequest = z.strictObject({ answers });
export type ClaimItemRequest = z.infer<typeof claimItemRequest>;

/** `GET /claims` */
export const claimsQuery = z.strictObject({
  ...pageQuery,
  match: uuid.optional(),
  status: z.enum(CLAIM_STATUSES).optional(),
  proof: z.enum(PROOFS).optional(),
});
export type ClaimsQuery = z.infer<typeof claimsQuery>;

/** `POST /claims/{id}/verify` */
export const verifyClaimRequest = z
  .strictObject({
    seen: answers
      .optional()
      .describe(
        'What you see on the item, as answers to what the lost post asks: then it is verified only if they agree.',
      ),
  })
  .default({});
export type VerifyClaimRequest = z.infer<typeof verifyClaimRequest>;

/** `POST /claims/{id}/deny` */
export const denyClaimRequest = z.strictObject({ reason: z.enum(DENIAL_REASONS) });
export type DenyClaimRequest = z.infer<typeof denyClaimRequest>;

/** `POST /claims/{id}/handover` */
export const handoverRequest = z.strictObject({
  code: z.string().trim().min(1).max(20).describe('As the claimant shows it; spaces, dashes and case do not matter.'),
});
export type HandoverRequest = z.infer<typeof handoverRequest>;
