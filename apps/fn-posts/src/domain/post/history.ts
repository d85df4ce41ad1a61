import type { Actor } from '../actor.ts';
import type { PostChange } from './post-change.ts';
import type { PostState } from './post-state.ts';
import { type Closeness, type PostView, viewOf } from './post-view.ts';

/** One version of a post: what it was, who made it so, and why. */
export interface HistoryEntry {
  readonly post: PostView;
  readonly at: Date;
  readonly change: PostChange['type'];
  readonly by: 'author' | 'staff' | 'system';
  /** For the desk, which has to know who of it; others are told their own id only. */
  readonly byId: string | null;
  readonly reason: string | null;
  readonly fields: readonly string[];
}

export function historyEntryOf(post: PostState, viewer: Actor, closeness: Closeness): HistoryEntry {
  const { type, by, reason, fields } = post.lastChange;
  const mayKnow = by === viewer.userId || (closeness === 'organization' && viewer.isStaff);
  return {
    post: viewOf(post, closeness),
    at: post.updatedAt,
    change: type,
    by: roleOf(by, post.authorId),
    byId: mayKnow ? by : null,
    reason,
    fields,
  };
}

function roleOf(by: string | null, authorId: string | null): HistoryEntry['by'] {
  if (by === null) return 'system';
  return by === authorId ? 'author' : 'staff';
}
