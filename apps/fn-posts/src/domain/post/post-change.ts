import type { Photo } from '../photo/photo.ts';
import type { PostStatus } from './post-status.ts';

/** How a post came to its end. */
export const RESOLUTIONS = ['returned', 'found_elsewhere', 'withdrawn', 'donated', 'disposed', 'other'] as const;
export type Resolution = (typeof RESOLUTIONS)[number];

export type EditReason =
  | 'edited'
  | 'suggestion_accepted'
  | 'suggestion_undone'
  | 'photos_redacted'
  | 'moderated'
  | 'erasure';
/** Why nothing of a post is kept but what statistics count. */
export type StrippingReason = 'erasure' | 'retention';
export type DeletionReason = 'author' | 'staff' | 'moderation' | StrippingReason;

/** The match that brought an item home. */
export interface Handover {
  readonly matchId: string;
  readonly claimId: string;
  readonly counterpartPostId: string;
}

export type PostChange =
  | { readonly type: 'reported'; readonly batchId: string | null }
  | { readonly type: 'edited'; readonly changed: readonly string[]; readonly reason: EditReason }
  | { readonly type: 'photo_added'; readonly photo: Photo; readonly position: number }
  | { readonly type: 'photo_removed'; readonly photo: Photo; readonly position: number }
  | { readonly type: 'resolved'; readonly resolution: Resolution; readonly handover: Handover | null }
  | { readonly type: 'expiring'; readonly expiresAt: Date }
  | { readonly type: 'expired'; readonly expiresAt: Date }
  | { readonly type: 'reactivated'; readonly previousStatus: PostStatus }
  | { readonly type: 'deleted'; readonly reason: DeletionReason; readonly previousStatus: PostStatus };

/** Who made a version of a post, when and why: what its history tells. */
export interface LastChange {
  readonly type: PostChange['type'];
  readonly by: string | null;
  readonly reason: string | null;
  readonly fields: readonly string[];
}

export function lastChangeOf(change: PostChange, by: string | null): LastChange {
  return { type: change.type, by, reason: reasonOf(change), fields: change.type === 'edited' ? change.changed : [] };
}

function reasonOf(change: PostChange): string | null {
  switch (change.type) {
    case 'edited':
    case 'deleted':
      return change.reason;
    case 'resolved':
      return change.resolution;
    default:
      return null;
  }
}
