import { DomainError } from '@foundnow/kernel';
import type { Actor } from '../actor.ts';
import type { RolePolicy } from './route-policies.ts';

export function assertAllowed(actor: Actor, policy: RolePolicy): void {
  if (!policy.roles.some((role) => actor.roles.includes(role))) {
    throw forbidden('access.role', `This needs one of the roles ${policy.roles.join(', ')}.`);
  }
  if (policy.scopes?.every((scope) => actor.scopes.includes(scope)) === false) {
    throw forbidden('access.scope', `This needs the scopes ${policy.scopes.join(', ')}.`);
  }
}

function forbidden(code: string, detail: string): DomainError {
  return new DomainError(code, 'forbidden', detail);
}
