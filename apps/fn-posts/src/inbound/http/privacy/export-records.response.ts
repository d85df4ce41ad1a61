import { z } from 'zod';
import type { HeldContact } from '../../../use-cases/privacy/export-contact.ts';
import type { AuditedAct, KeptClaim, MadeChange } from '../../../use-cases/privacy/export-source.port.ts';
import { contactResponse, toContactResponse } from '../contact/contact.response.ts';

const timestamp = z.iso.datetime();

export const madeChangeResponse = z.object({
  postId: z.uuid(),
  version: z.int(),
  at: timestamp,
  change: z.string(),
  reason: z.string().nullable(),
  fields: z.array(z.string()),
});

export function toMadeChange({ at, fields, ...change }: MadeChange): z.infer<typeof madeChangeResponse> {
  return { ...change, at: at.toISOString(), fields: [...fields] };
}

export const heldContactResponse = contactResponse.extend({
  message: z.string().nullable().describe('What you wrote; what the other wrote is hers.'),
  given: z
    .object({ email: z.string().optional(), phone: z.string().optional() })
    .nullable()
    .describe('What you give the other, as long as it is given. What you were given is where you were given it.'),
});

export function toHeldContact({ view, given }: HeldContact): z.infer<typeof heldContactResponse> {
  return { ...toContactResponse(view), given: given && { ...given } };
}

export const claimResponse = z.object({
  matchId: z.uuid(),
  claimId: z.uuid(),
  lostPostId: z.uuid(),
  foundPostId: z.uuid(),
  roles: z.array(z.enum(['claimant', 'loser', 'finder'])).describe('Which of its people you are.'),
});

export function toClaim({ roles, ...claim }: KeptClaim): z.infer<typeof claimResponse> {
  return { ...claim, roles: [...roles] };
}

export const answerResponse = z
  .object({ expiresAt: timestamp })
  .describe('A request with an Idempotency-Key whose repetition is answered as before.');

export const auditEntryResponse = z.object({
  at: timestamp,
  action: z.string(),
  subject: z.string(),
  details: z.record(z.string(), z.unknown()),
});

export function toAuditEntry({ at, action, subject, details }: AuditedAct): z.infer<typeof auditEntryResponse> {
  return { at: at.toISOString(), action, subject, details: { ...details } };
}
