import { pageQuery, uuid } from '@foundnow/http';
import { z } from 'zod';
import { CONTACT_FIELDS, CONTACT_STATUSES } from '../../../domain/contact-exchange/contact-state.ts';

const fields = z.array(z.enum(CONTACT_FIELDS)).min(1).max(CONTACT_FIELDS.length);

/** `POST /contact-exchanges` */
export const requestContactRequest = z.strictObject({
  postId: uuid,
  message: z
    .string()
    .trim()
    .min(1)
    .max(1000)
    .nullable()
    .default(null)
    .describe('For the author of the post. Contact data in it is masked: the author decides what you exchange.'),
  fields: fields.default([...CONTACT_FIELDS]).describe('What you ask for.'),
});
export type RequestContactRequest = z.infer<typeof requestContactRequest>;

/** `POST /contact-exchanges/{id}/reveal` */
export const revealContactRequest = z.strictObject({
  token: z.string().min(1).max(100).nullable().default(null).describe('That of the link, where one was followed.'),
});
export type RevealContactRequest = z.infer<typeof revealContactRequest>;

/** `GET /contact-exchanges` */
export const contactsQuery = z.strictObject({
  ...pageQuery,
  role: z.enum(['owner', 'requester']).describe('owner: what others ask you. requester: what you ask others.'),
  status: z.enum(CONTACT_STATUSES).optional(),
});
export type ContactsQuery = z.infer<typeof contactsQuery>;
