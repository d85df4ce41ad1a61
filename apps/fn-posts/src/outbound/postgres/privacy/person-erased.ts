import { DomainError } from '@foundnow/kernel';
import { violatedConstraint } from '@foundnow/postgres';

/** For the failure of a write: the database itself refuses what somebody writes who was erased; see the migration. */
export function throwRefusedAsErased(error: unknown): never {
  if (violatedConstraint(error) !== 'person_erased') throw error;
  const detail = 'This account was erased: nothing can be kept for it any more.';
  throw new DomainError('person.erased', 'conflict', detail);
}
