import type { GeoPoint } from '../geo-point.ts';
import type { Photo } from '../photo/photo.ts';
import type { ItemReport } from './item-report.ts';
import type { LastChange } from './post-change.ts';
import type { PostStatus } from './post-status.ts';
import type { SealedSecrets } from './secrets.ts';
import type { Suggestion } from './suggestion.ts';

/** How the item came to us: the person, a desk for them, or a desk with many at once. */
export type Intake = 'self' | 'desk' | Batch['intake'];

/** Items that were taken in together. */
export interface Batch {
  readonly id: string;
  /** Sent by a program, or from a file. */
  readonly intake: 'bulk' | 'import';
}

export interface PostState extends ItemReport, SealedSecrets {
  readonly id: string;
  readonly version: number;
  readonly status: PostStatus;
  /** Null once the author was erased. */
  readonly authorId: string | null;
  readonly orgId: string | null;
  readonly intake: Intake;
  /** Labels carry it and people read it out; lost items have none. */
  readonly reference: string | null;
  /** Where strangers are told that it was. */
  readonly publicPlace: GeoPoint;
  /** In their order. */
  readonly photos: readonly Photo[];
  /** The version at which a photo last came or went: an analysis of an older one is stale. */
  readonly photosVersion: number;
  /** What the newest analysis of the photos proposes. */
  readonly suggestion: Suggestion | null;
  readonly createdAt: Date;
  readonly updatedAt: Date;
  /** Null: never. */
  readonly expiresAt: Date | null;
  /** When something is next to happen by itself: first the notice of the expiry, then the expiry. */
  readonly dueAt: Date | null;
  /** Since when it is no longer active. Null again once nothing of it is left to forget. */
  readonly closedAt: Date | null;
  /** What made this version of it. */
  readonly lastChange: LastChange;
}
