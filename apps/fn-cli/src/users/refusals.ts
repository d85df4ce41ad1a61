import { DomainError } from '@foundnow/kernel';
import { REMEMBERED_DAYS } from '../refuse-surprise.ts';

export function userKnown(user: string): DomainError {
  const detail = `There is a person ${user} already: \`fn user update\` changes what is named, and leaves the rest.`;
  return new DomainError('user.known', 'conflict', detail);
}

export function userUnknown(user: string): DomainError {
  const detail =
    `The log, which keeps ${REMEMBERED_DAYS} days, knows no person ${user}. \`fn user register\` makes her, or states ` +
    'all of her again when her last change is older than that: what is not named gets its default.';
  return new DomainError('user.unknown', 'missing', detail);
}

export function userErased(user: string): DomainError {
  const detail = `The person ${user} was erased, and no service keeps anything of her again. Choose another name.`;
  return new DomainError('user.erased', 'conflict', detail);
}
