import { DomainError } from '@foundnow/kernel';
import type { ContactStatus } from './contact-state.ts';

/** Also for an exchange of two others: the two look the same. */
export function contactNotFound(): DomainError {
  const detail = 'There is no such contact exchange, or you have no part in it.';
  return new DomainError('contact.not_found', 'missing', detail);
}

export function otherSide(side: 'owner' | 'requester'): DomainError {
  const who = side === 'owner' ? 'the author of the post' : 'who asked for contact';
  return new DomainError('contact.other_side', 'forbidden', `Only ${who} can do this.`);
}

export function wrongState(status: ContactStatus): DomainError {
  return new DomainError('contact.state', 'conflict', `This contact exchange is ${status}, so this cannot be done.`);
}

export function contactGone(): DomainError {
  const detail = 'What was shown here is gone: it was seen once, or its time is up. Ask again.';
  return new DomainError('contact.gone', 'conflict', detail);
}

export function wrongToken(): DomainError {
  const detail = 'This link does not belong to this contact exchange: check that it was copied whole.';
  return new DomainError('contact.wrong_token', 'missing', detail);
}
