import type { Actor } from '../actor.ts';
import type { DeletionReason } from './post-change.ts';
import { postNotFound } from './post-errors.ts';
import type { PostState } from './post-state.ts';

type Moderated = Pick<PostState, 'authorId' | 'visibility'>;

/** What everybody may see a moderator may take away, whosever it is; of the rest she is not told. */
export function assertMayModerate({ visibility }: Moderated, by: Actor): void {
  if (by.isModerator !== true || visibility !== 'public') throw postNotFound();
}

export function deletionReasonOf({ authorId }: Moderated, by: Actor): DeletionReason {
  if (by.userId === authorId) return 'author';
  return by.isModerator === true ? 'moderation' : 'staff';
}
