import { DomainError } from '@foundnow/kernel';
import type { ContactStatus } from './contact-state.ts';

/** Also for an exchange of two others: the two look the same. */
export function contactNotFound(): DomainError {
  const detail = 'There is no such contact exchange, or you have no part in it.';
  return new DomainError('contact.not_found', 'missing', detail);
}

export function ownPost(): DomainError {
  return new DomainError('contact.own_post', 'conflict', 'This is your own post: there is nobody else to ask.');
}

export function postNotActive(): DomainError {
  const detail = 'The post is not active any more, so nobody answers for it. Look for another one.';
  return new DomainError('contact.post_not_active', 'conflict', detail);
}

export function notOffered(): DomainError {
  const detail = 'The organization of this post exchanges no contact data. Ask at its desk.';
  return new DomainError('contact.not_offered', 'forbidden', detail);
}

export function staffOnly(): DomainError {
  const detail = 'In this organization only staff gives contact data to others. Ask the desk to do it.';
  return new DomainError('contact.staff_only', 'forbidden', detail);
}

export function alreadyOpen(): DomainError {
  const detail = 'You have asked for contact about this post already; see your contact exchanges.';
  return new DomainError('contact.already_open', 'conflict', detail);
}

export function tooManyRequests(most: number, retryAfterSeconds: number): DomainError {
  const detail = `You can ask for contact ${most} times an hour. Wait, and try again.`;
  return new DomainError('contact.too_many', 'too-many', detail, { retryAfterSeconds });
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

export function tooLong(mostHours: number): DomainError {
  const detail = `Contact data can be shown for up to ${mostHours} hours.`;
  return new DomainError('contact.too_long', 'validation', detail, {
    fields: [{ path: 'validForHours', code: 'out_of_range', detail: `must be 1 to ${mostHours}` }],
  });
}

export function nothingGiven(): DomainError {
  const detail = 'Say at least one way to be reached.';
  return new DomainError('contact.nothing_given', 'validation', detail, {
    fields: [{ path: 'contact', code: 'required', detail: 'must hold an email or a phone' }],
  });
}
