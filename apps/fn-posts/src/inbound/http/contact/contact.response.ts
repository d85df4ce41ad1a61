import { etagOf, pageOf } from '@foundnow/http';
import { z } from 'zod';
import { CONTACT_FIELDS, CONTACT_STATUSES, DENIAL_REASONS } from '../../../domain/contact-exchange/contact-state.ts';
import type { ContactView } from '../../../domain/contact-exchange/contact-view.ts';

const fields = z.array(z.enum(CONTACT_FIELDS));
const timestamp = z.iso.datetime();

export const contactResponse = z.object({
  id: z.uuid(),
  version: z.int(),
  status: z.enum(CONTACT_STATUSES).describe('revealed: what could be seen once was seen.'),
  role: z.enum(['owner', 'requester']).describe('Which of the two you are.'),
  postId: z.uuid(),
  openedBy: z.enum(['requester', 'claim']),
  matchId: z.uuid().nullable(),
  claimId: z.uuid().nullable(),
  message: z.string().nullable().describe('Gone as soon as the exchange is over.'),
  requestedFields: fields,
  approvedFields: fields.nullable(),
  singleUse: z.boolean().nullable(),
  revealCount: z.int(),
  denialReason: z.enum(DENIAL_REASONS).nullable(),
  createdAt: timestamp,
  updatedAt: timestamp,
  expiresAt: timestamp.describe('While pending: until when it can be answered. Once approved: until when revealed.'),
});
export type ContactResponse = z.infer<typeof contactResponse>;

/** The answer to who asked. */
export const requestedContactResponse = contactResponse.extend({
  warnings: z
    .array(z.object({ path: z.string(), code: z.string(), detail: z.string() }))
    .describe('What was changed about the message before it was kept.'),
});
export type RequestedContactResponse = z.infer<typeof requestedContactResponse>;

/** The one answer with contact data. */
export const revealedContactResponse = contactResponse.extend({
  contact: z.object({ email: z.string().optional(), phone: z.string().optional() }),
});
export type RevealedContactResponse = z.infer<typeof revealedContactResponse>;

export const contactsResponse = pageOf(contactResponse);
export type ContactsResponse = z.infer<typeof contactsResponse>;

export function toContactResponse({ requestedFields, approvedFields, ...view }: ContactView): ContactResponse {
  return {
    ...view,
    requestedFields: [...requestedFields],
    approvedFields: approvedFields && [...approvedFields],
    createdAt: view.createdAt.toISOString(),
    updatedAt: view.updatedAt.toISOString(),
    expiresAt: view.expiresAt.toISOString(),
  };
}

/** What two people tell each other stays behind in no cache. */
export function contactHeaders({ version }: ContactView): Record<string, string> {
  return { vary: 'Authorization', etag: etagOf(version), 'cache-control': 'private, no-store' };
}
