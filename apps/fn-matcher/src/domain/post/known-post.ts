import type { Item, ItemAnalysis, ItemIdentifier, VisualVector } from '../item/item.ts';

/** What its author says of a post. */
export interface SaidOfPost extends Omit<Item, 'id' | 'kind' | 'analysis'> {
  readonly kind: 'lost' | 'found';
}

/** Who a post belongs to, and what its match tells of it. */
export interface PostHead {
  readonly orgId: string | null;
  readonly authorId: string | null;
  readonly visibility: 'public' | 'organization' | 'private';
  readonly timeZone: string;
  readonly intake: string;
  readonly reference: string | null;
  /** Opened when a claim is judged, and not before. */
  readonly sealedProof: string | null;
}

export interface PostPhoto {
  readonly photoId: string;
  /** Of the redacted form, as its post says; null: there was none by then. */
  readonly publicKey: string | null;
}

/** What the photos of a post show, and which photos those were. */
export interface AnalysisOfPost extends Omit<ItemAnalysis, 'vectors' | 'identifiers'> {
  readonly identifiers: readonly ItemIdentifier[];
  readonly photos: readonly PostPhoto[];
}

export type PostStatus = 'active' | 'resolved' | 'expired';

/** All that is known of a post: each part comes by events of its own, in any order. */
export interface KnownPost {
  readonly id: string;
  readonly status: PostStatus | 'unknown' | 'deleted';
  /** Null until it was heard of. */
  readonly said: SaidOfPost | null;
  readonly photos: readonly PostPhoto[];
  readonly photosVersion: number;
  readonly analysis: AnalysisOfPost | null;
  readonly analysisPhotosVersion: number;
  readonly vectors: readonly VisualVector[];
}
