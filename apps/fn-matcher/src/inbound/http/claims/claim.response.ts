import { pageOf } from '@foundnow/http';
import { z } from 'zod';
import { type Claim, CLAIM_STATUSES, PROOFS } from '../../../domain/claim/claim.ts';
import type { Questions } from '../../../use-cases/claims/ask-questions.ts';
import type { SeenClaim } from '../../../use-cases/claims/seen-claim.ts';
import { SIDES } from '../matches/match.request.ts';

const timestamp = z.iso.datetime();

export const claimResponse = z.object({
  id: z.uuid(),
  version: z.int(),
  matchId: z.uuid(),
  status: z.enum(CLAIM_STATUSES),
  proof: z
    .enum(PROOFS)
    .describe('Whether the answers prove it, as a whole. under_review: they were not judged, people decide.'),
  role: z.enum(['claimant', 'found']).describe('Which of the two you are.'),
  decidedBy: z.enum(['finder', 'staff']).nullable(),
  denialReason: z.string().nullable().describe('For the found side.'),
  triesLeft: z.int().nullable().describe('For the found side, while there is a handover code.'),
  openedAt: timestamp,
  decidedAt: timestamp.nullable(),
  endedAt: timestamp.nullable(),
  expiresAt: timestamp.describe(
    'While opened: until when it can be decided. Once verified: until when the code works.',
  ),
});
export type ClaimResponse = z.infer<typeof claimResponse>;

export const claimsResponse = pageOf(claimResponse);
export type ClaimsResponse = z.infer<typeof claimsResponse>;

/** Field by field: what else is kept of a claim is for nobody. */
export function toClaimResponse({ claim, role }: SeenClaim): ClaimResponse {
  const isFound = role === 'found';
  return {
    id: claim.id,
    version: claim.version,
    matchId: claim.matchId,
    status: claim.status,
    proof: claim.proof,
    role,
    decidedBy: claim.decidedBy,
    denialReason: isFound ? claim.denialReason : null,
    triesLeft: isFound ? triesLeftOf(claim) : null,
    openedAt: claim.openedAt.toISOString(),
    decidedAt: claim.decidedAt?.toISOString() ?? null,
    endedAt: claim.endedAt?.toISOString() ?? null,
    expiresAt: claim.expiresAt.toISOString(),
  };
}

function triesLeftOf({ handover }: Claim): number | null {
  return handover && handover.triesLeft;
}

export const questionsResponse = z.object({
  side: z
    .enum(SIDES)
    .describe('Who is asked: the loser what the found post asks, or the desk what the lost post does.'),
  questions: z
    .array(
      z.object({
        id: z.string(),
        question: z.string(),
        source: z.enum(['person', 'photo']).describe('photo: made of what can be read in its photos, in English.'),
        about: z.string().nullable().describe('What is asked for, where the question is not written by a person.'),
      }),
    )
    .describe('None: people decide, so claim without answers.'),
});
export type QuestionsResponse = z.infer<typeof questionsResponse>;

export function toQuestionsResponse({ side, questions }: Questions): QuestionsResponse {
  return { side, questions: questions.map(({ id, question, source, about }) => ({ id, question, source, about })) };
}
