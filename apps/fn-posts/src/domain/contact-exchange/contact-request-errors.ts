import { DomainError } from '@foundnow/kernel';

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

export function alreadyOpen(): DomainError {
  const detail = 'You have asked for contact about this post already; see your contact exchanges.';
  return new DomainError('contact.already_open', 'conflict', detail);
}

export function tooManyRequests(most: number, retryAfterSeconds: number): DomainError {
  const detail = `You can ask for contact ${most} times an hour. Wait, and try again.`;
  return new DomainError('contact.too_many', 'too-many', detail, { retryAfterSeconds });
}

/** Its author was erased; what she took in for an organization stays. */
export function nobodyToAsk(): DomainError {
  const detail = 'Whoever took this item in is no longer here. Ask the organization that has it.';
  return new DomainError('contact.nobody_to_ask', 'conflict', detail);
}
