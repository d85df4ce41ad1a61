import { pageOf } from '@foundnow/http';
import { z } from 'zod';
import type { Consent } from '../../../use-cases/privacy/consent-ledger.port.ts';

const timestamp = z.iso.datetime();

export const consentResponse = z.object({
  id: z.uuid(),
  purpose: z.string().describe('Such as area_alerts or news; contact_exchange: to show somebody contact data.'),
  granted: z.boolean(),
  policyVersion: z.string().nullable().describe('The text that was shown; null where what was done says it.'),
  decidedAt: timestamp,
  source: z.enum(['account', 'contact']),
  evidenceId: z.uuid().describe('account: the event that told of it. contact: the contact exchange.'),
  fields: z.array(z.string()).nullable().describe('What the contact exchange may show.'),
  validUntil: timestamp.nullable(),
  stands: z.boolean().describe('Nothing later has taken its place, and its time is not up.'),
});
export type ConsentResponse = z.infer<typeof consentResponse>;

export const consentsResponse = pageOf(consentResponse);
export type ConsentsResponse = z.infer<typeof consentsResponse>;

export function toConsentResponse({ decidedAt, fields, validUntil, ...consent }: Consent): ConsentResponse {
  return {
    ...consent,
    decidedAt: decidedAt.toISOString(),
    fields: fields && [...fields],
    validUntil: validUntil?.toISOString() ?? null,
  };
}
