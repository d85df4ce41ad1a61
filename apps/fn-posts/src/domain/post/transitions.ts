import { transitionRefused } from './post-errors.ts';
import type { PostState } from './post-state.ts';
import type { PostStatus } from './post-status.ts';

/** Where a post may go from where it is. Deleted is final. */
export const TRANSITIONS: Readonly<Record<PostStatus, readonly PostStatus[]>> = {
  active: ['resolved', 'expired', 'deleted'],
  resolved: ['active', 'deleted'],
  expired: ['active', 'deleted'],
  deleted: [],
};

export function assertMayBecome(from: PostStatus, to: PostStatus): void {
  if (!TRANSITIONS[from].includes(to)) throw transitionRefused(from, to);
}

/** A status that changes begins or ends what is kept of a closed post. */
export function closing({ status }: Partial<PostState>, now: Date): Pick<PostState, 'closedAt'> | undefined {
  return status && { closedAt: status === 'active' ? null : now };
}
