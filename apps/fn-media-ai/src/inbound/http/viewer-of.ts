import type { Actor } from '@foundnow/auth';
import type { Viewer } from '../../domain/viewer.ts';

const DESK: ReadonlySet<string> = new Set(['staff', 'org_admin']);

/** The acting person is always the token's. */
export function viewerOf({ userId, orgId, roles }: Actor): Viewer {
  return {
    userId,
    orgId,
    isStaff: orgId !== null && roles.some((role) => DESK.has(role)),
    isModerator: orgId === null && roles.includes('admin'),
  };
}
