import { DomainError } from '@foundnow/kernel';

/**
 * What an adapter of the bus says of a broker: it is written for operators, names topics, users and settings, and
 * never content or a secret. Undefined for every other error.
 */
export function busTrouble(error: unknown): string | undefined {
  return error instanceof DomainError && error.code.startsWith('bus.') ? error.detail : undefined;
}
