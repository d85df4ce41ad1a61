import { expect, it } from '@jest/globals';
import { approveContactRequest } from './contact-answers.request.ts';

const isTaken = (email: string) => approveContactRequest.safeParse({ contact: { email } }).success;

it('takes an address that mail can be sent to, and none that no server takes', () => {
  const name = 'n'.repeat(64);
  expect([isTaken(`${name}@example.org`), isTaken(`${name}n@example.org`)]).toEqual([true, false]);
});
