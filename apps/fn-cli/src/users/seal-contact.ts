import { TOPICS } from '@foundnow/contracts';
import { type RecipientKeys, sealFor } from '@foundnow/crypto';
import { z } from 'zod';
import { UsageError } from '../usage-error.ts';
import type { UserOptions } from './user-options.ts';

/** What `sealedContact` holds. */
export interface UserContact {
  readonly name: string | null;
  readonly email: string | null;
  /** E.164. */
  readonly phone: string | null;
  readonly verified: readonly ('email' | 'phone')[];
}

/** Undefined: nothing was said of it. It cannot be read to change a part of it, so it is always the whole. */
export function contactOf({ name, email, phone, verified = [] }: UserOptions): UserContact | undefined {
  if (name === undefined && email === undefined && phone === undefined) {
    if (verified.length > 0) throw new UsageError('name the address with --verified: what is sealed is replaced whole');
    return undefined;
  }
  const contact = { name: name ?? null, email: email ?? null, phone: e164(phone), verified };
  // Nothing of it is repeated: what stands on a screen is copied into tickets.
  if (email !== undefined && !z.email().max(254).safeParse(email).success)
    throw new UsageError('--email must be one address such as somebody@example.org');
  for (const each of verified) if (contact[each] === null) throw new UsageError(`--verified ${each} without --${each}`);
  return contact;
}

export async function sealContact(contact: UserContact, userId: string, keys: RecipientKeys): Promise<string> {
  return sealFor(keys, 'notifications', { topic: TOPICS.users, field: 'sealedContact', subject: userId }, contact);
}

function e164(phone: string | undefined): string | null {
  if (phone === undefined) return null;
  const digits = phone.replaceAll(/[\s()./-]/g, '');
  if (!/^\+[1-9]\d{6,14}$/.test(digits))
    throw new UsageError('--phone must be an international number such as "+49 30 5550100"');
  return digits;
}
