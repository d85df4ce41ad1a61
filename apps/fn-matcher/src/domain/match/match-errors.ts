import { DomainError } from '@foundnow/kernel';
import type { MatchStatus } from './match.ts';

export function matchMissing(): DomainError {
  return new DomainError('match.missing', 'missing', 'There is no such match, or it is not yours to see.');
}

export function matchNotOpen(status: MatchStatus): DomainError {
  const detail = `This match is ${status}: only one that is pending or confirmed can be answered.`;
  return new DomainError('match.not_open', 'conflict', detail);
}
