import { z } from 'zod';
import { MOST_HOURS } from '../../../domain/contact-exchange/contact-exchange.ts';
import { DENIAL_REASONS } from '../../../domain/contact-exchange/contact-state.ts';

/** `POST /contact-exchanges/{id}/approve` */
export const approveContactRequest = z.strictObject({
  contact: z
    .strictObject({
      email: z
        .email()
        .max(254)
        .regex(/^[^@]{1,64}@/, 'must have at most 64 characters before the @')
        .optional(),
      phone: z
        .string()
        .trim()
        .max(40)
        .regex(/^\+?[\d\s()./-]{5,40}$/, 'must be a phone number')
        .optional(),
    })
    .refine(({ email, phone }) => email !== undefined || phone !== undefined, 'must hold an email or a phone')
    .describe('What you give. It is encrypted, shown to the requester alone, and gone when its time is up.'),
  validForHours: z.int().min(1).max(MOST_HOURS).default(24),
  singleUse: z.boolean().default(true).describe('It can be seen once; what was seen is gone at once.'),
});
export type ApproveContactRequest = z.infer<typeof approveContactRequest>;

/** `POST /contact-exchanges/{id}/deny` */
export const denyContactRequest = z.strictObject({ reason: z.enum(DENIAL_REASONS) });
export type DenyContactRequest = z.infer<typeof denyContactRequest>;
