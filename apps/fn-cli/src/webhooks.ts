import { randomBytes } from 'node:crypto';
import type { users } from '@foundnow/contracts';
import { type RecipientKeys, sealFor } from '@foundnow/crypto';
import { DomainError, uuidv7 } from '@foundnow/kernel';

export interface NewWebhook {
  readonly webhook: users.Webhook;
  /** Shown once; in the event it is sealed for fn-notifications. */
  readonly secret: string;
}

/** A webhook with a fresh secret that signs its calls. */
export async function newWebhook(
  url: string,
  place: { readonly event: string; readonly subject: string },
  keys: RecipientKeys,
): Promise<NewWebhook> {
  if (!URL.canParse(url) || new URL(url).protocol !== 'https:') {
    throw new DomainError('webhook.not_https', 'validation', 'A webhook must be an https address.');
  }
  const secret = randomBytes(32).toString('base64url');
  const sealedSecret = await sealFor(
    keys,
    'notifications',
    { ...place, field: 'settings.webhooks.sealedSecret' },
    secret,
  );
  return { secret, webhook: { webhookId: uuidv7.next(), url, kinds: [], active: true, sealedSecret } };
}
