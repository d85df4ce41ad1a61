import { DomainError } from '@foundnow/kernel';
import type { MatchStatus, SideName } from './match.ts';

export function matchMissing(): DomainError {
  return new DomainError('match.missing', 'missing', 'There is no such match, or it is not yours to see.');
}

export function matchNotOpen(status: MatchStatus): DomainError {
  const detail = `This match is ${status}: only one that is pending or confirmed can be answered.`;
  return new DomainError('match.not_open', 'conflict', detail);
}

export function otherSide(side: SideName): DomainError {
  const who = side === 'lost' ? 'who lost the item' : 'who found the item, or the desk where it lies,';
  return new DomainError('match.other_side', 'forbidden', `Only ${who} can do this.`);
}
