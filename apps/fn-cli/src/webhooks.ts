import { randomBytes } from 'node:crypto';
import { TOPICS, type users } from '@foundnow/contracts';
import { type RecipientKeys, sealFor } from '@foundnow/crypto';
import { DomainError, uuidv7 } from '@foundnow/kernel';

export interface NewWebhook {
  readonly webhook: users.Webhook;
  /** Shown once; in the event it is sealed for fn-notifications. */
  readonly secret: string;
}

/** A webhook with a fresh secret that signs its calls; unchanged it opens in every later event of the organization. */
export async function newWebhook(url: string, organizationId: string, keys: RecipientKeys): Promise<NewWebhook> {
  if (!URL.canParse(url) || new URL(url).protocol !== 'https:') {
    throw new DomainError('webhook.not_https', 'validation', 'A webhook must be an https address.');
  }
  const secret = randomBytes(32).toString('base64url');
  const place = { topic: TOPICS.users, field: 'settings.webhooks.sealedSecret', subject: organizationId };
  const sealedSecret = await sealFor(keys, 'notifications', place, secret);
  return { secret, webhook: { webhookId: uuidv7.next(), url, kinds: [], active: true, sealedSecret } };
}
