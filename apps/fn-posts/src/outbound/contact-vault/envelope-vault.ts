import {
  type EnvelopeBinding,
  issueOpaqueToken,
  type PersonEnvelopes,
  type RecipientKeys,
  sealFor,
  tokenMatches,
} from '@foundnow/crypto';
import { DomainError } from '@foundnow/kernel';
import { contactGone, contactNotFound } from '../../domain/contact-exchange/contact-errors.ts';
import type { ContactData, ContactState } from '../../domain/contact-exchange/contact-state.ts';
import type { ClosedContact, ContactVault } from '../../use-cases/contact/contact-vault.port.ts';
import { keyOfExchange } from './exchange-key.ts';

const RECIPIENT = 'notifications';

/**
 * Contact data lies in two envelopes: the inner one under the key of its owner, which her erasure destroys, the outer
 * one under a key of the exchange, which its end destroys. What leaves us is a JWE that only fn-notifications opens.
 */
export class EnvelopeVault implements ContactVault {
  constructor(
    private readonly envelopes: PersonEnvelopes,
    private readonly keys: RecipientKeys,
  ) {}

  async sealMessage(exchangeId: string, message: string): Promise<string> {
    return this.seal('sealedMessage', exchangeId, message);
  }

  async close(exchange: ContactState, contact: ContactData, until: Date, singleUse: boolean): Promise<ClosedContact> {
    const token = singleUse ? issueOpaqueToken() : null;
    const sealedRevealToken = token && (await this.seal('sealedRevealToken', exchange.id, token.token));
    const binding = bindingOf(exchange, until);
    const inner = await this.envelopes.seal(ownerOf(exchange), binding, contact);
    const envelope = await this.envelopes.seal(keyOfExchange(exchange.id), binding, inner);
    return { sealed: { envelope, tokenHash: token && token.hash.toString('base64url') }, sealedRevealToken };
  }

  async open(exchange: ContactState): Promise<ContactData> {
    if (exchange.sealed === null) throw contactGone();
    try {
      return await this.opened(exchange, exchange.sealed.envelope);
    } catch (error) {
      // Somebody was faster, the time is up, or the owner was erased.
      throw error instanceof DomainError && error.kind === 'missing' ? contactGone() : error;
    }
  }

  private async opened(exchange: ContactState, envelope: string): Promise<ContactData> {
    const binding = bindingOf(exchange, exchange.expiresAt);
    const inner = await this.envelopes.open(keyOfExchange(exchange.id), binding, envelope);
    return (await this.envelopes.open(ownerOf(exchange), binding, String(inner))) as ContactData;
  }

  isTokenOf({ sealed }: ContactState, token: string): boolean {
    const hash = sealed?.tokenHash ?? null;
    return hash !== null && tokenMatches(token, Buffer.from(hash, 'base64url'));
  }

  private seal(field: string, subject: string, value: string): Promise<string> {
    return sealFor(this.keys, RECIPIENT, { topic: 'posts.events', field, subject }, value);
  }
}

/** The request, its two people and the end: an envelope that was moved or kept longer does not open. */
function bindingOf({ id, ownerId, requesterId }: ContactState, expiresAt: Date): EnvelopeBinding {
  return { purpose: 'posts.contact-exchange', parties: [id, ownerId ?? '', requesterId ?? ''], expiresAt };
}

function ownerOf({ ownerId }: ContactState): string {
  if (ownerId === null) throw contactNotFound();
  return ownerId;
}
