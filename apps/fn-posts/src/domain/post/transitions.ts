import { transitionRefused } from './post-errors.ts';
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
