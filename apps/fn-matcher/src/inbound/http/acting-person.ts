import type { Actor as TokenActor } from '@foundnow/auth';
import type { Actor } from '../../domain/actor.ts';
import { DESK } from '../../policies.ts';

/** The acting person is always the token's. */
export function actingPerson({ userId, orgId, roles }: TokenActor): Actor {
  return { userId, orgId, isStaff: orgId !== null && roles.some((role) => DESK.includes(role)) };
}
