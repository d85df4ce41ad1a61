import type { Actor } from '../actor.ts';
import { postNotFound, postNotYours } from './post-errors.ts';
import type { PostState } from './post-state.ts';

/**
 * Who may change a post (docs/visibility.md): its author, and the desk of its organization unless it is private. Whoever
 * may not even see it is told that there is none.
 */
export function assertMayChange({ authorId, orgId, visibility }: PostState, by: Actor): void {
  if (by.userId === authorId) return;
  const isColleague = orgId !== null && by.orgId === orgId;
  if (visibility === 'private' || (visibility === 'organization' && !isColleague)) throw postNotFound();
  if (!isColleague || !by.isStaff) throw postNotYours();
}
