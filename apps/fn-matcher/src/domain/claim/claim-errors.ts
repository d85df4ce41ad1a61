import { DomainError } from '@foundnow/kernel';
import type { ClaimStatus } from './claim.ts';

/** Also for a claim between others: the two look the same. */
export function claimMissing(): DomainError {
  return new DomainError('claim.missing', 'missing', 'There is no such claim, or you have no part in it.');
}

export function claimState(status: ClaimStatus): DomainError {
  return new DomainError('claim.state', 'conflict', `This claim is ${status}, so this cannot be done.`);
}

export function confirmFirst(): DomainError {
  const detail = 'Confirm the match first: say that it is your item, then claim it.';
  return new DomainError('claim.not_confirmed', 'conflict', detail);
}

export function alreadyClaimed(): DomainError {
  const detail = 'Your claim on this item is open already: wait for its answer.';
  return new DomainError('claim.open', 'conflict', detail);
}

export function deniedTooOften(retryAfterSeconds: number): DomainError {
  const detail = 'Your claims on this item were denied. You can claim it again tomorrow, or see the desk in person.';
  return new DomainError('claim.denied_too_often', 'too-many', detail, { retryAfterSeconds });
}

export function ownClaim(): DomainError {
  return new DomainError('claim.own', 'forbidden', 'Nobody decides about a claim of her own: ask a colleague.');
}

export function otherVerified(): DomainError {
  const detail = 'Another claim on this item is verified. Deny that one first.';
  return new DomainError('claim.other_verified', 'conflict', detail);
}

export function staffDecides(): DomainError {
  const detail = 'The answers to this claim were not judged: the desk of the organization decides.';
  return new DomainError('claim.staff_only', 'forbidden', detail);
}

export function itemDiffers(checksLeft: number): DomainError {
  const detail = `What you see on the item is not what its owner said of it. Look again, or deny; ${checksLeft} more tries.`;
  return new DomainError('claim.item_differs', 'conflict', detail);
}

export function noChecksLeft(): DomainError {
  const detail = 'The item was compared with what its owner said often enough. Decide without, or deny.';
  return new DomainError('claim.no_checks_left', 'conflict', detail);
}

export function wrongCode(triesLeft: number): DomainError {
  const again = triesLeft > 0 ? `${triesLeft} more tries.` : 'There are no more tries: ask for a new code.';
  return new DomainError('claim.wrong_code', 'unprocessable', `This is not the code of this claim. ${again}`);
}

export function codeUsedUp(): DomainError {
  const detail = 'Too many wrong codes were entered. Verify the claim again: the claimant is sent a new code.';
  return new DomainError('claim.code_used_up', 'conflict', detail);
}

export function noNewCode(): DomainError {
  const detail = 'No further code is sent for this claim. Deny it, and have the item claimed again.';
  return new DomainError('claim.no_new_code', 'conflict', detail);
}

export function codeStillWorks(): DomainError {
  const detail = 'This claim is verified, and its code still works: the claimant was sent it.';
  return new DomainError('claim.verified', 'conflict', detail);
}

export function nothingToCompare(): DomainError {
  const detail = 'The lost post asks nothing that the item could be compared with. Decide without answers.';
  return new DomainError('claim.nothing_to_compare', 'conflict', detail);
}

export function nobodyClaims(): DomainError {
  const detail = 'Nobody claims the item on this match now, so there is nothing to compare it with.';
  return new DomainError('claim.none', 'conflict', detail);
}
