import type { Actor as TokenActor } from '@foundnow/auth';
import type { Actor } from '../../domain/actor.ts';

const DESK: ReadonlySet<string> = new Set(['staff', 'org_admin']);

/** The acting person is always the token's. */
export function actingPerson({ userId, orgId, roles }: TokenActor): Actor {
  return {
    userId,
    orgId,
    isStaff: orgId !== null && roles.some((role) => DESK.has(role)),
    isModerator: orgId === null && roles.includes('admin'),
  };
}
