import type { VisualVector } from '../../domain/item/item.ts';
import type { AnalysisOfPost, PostHead, PostPhoto, PostStatus, SaidOfPost } from '../../domain/post/known-post.ts';

/** The delivery that something is done for: the same one is taken once. */
export interface Delivery {
  readonly group: string;
  readonly generation: number;
  readonly eventId: string;
}

/** What one event tells of a post: those parts that it has. */
export interface PostNews {
  readonly postId: string;
  readonly version: number;
  readonly said?: SaidOfPost & PostHead;
  readonly status?: PostStatus;
  readonly photos?: { readonly version: number; readonly list: readonly PostPhoto[] };
}

export interface AnalysisNews {
  readonly postId: string;
  /** Of the analysis. */
  readonly version: number;
  readonly photosVersion: number;
  readonly analysis: AnalysisOfPost;
  readonly vectors: readonly VisualVector[];
  readonly sealedHints: string | null;
}

export interface PostGone {
  readonly postId: string;
  readonly reason: 'post_deleted' | 'person_erased';
}

/**
 * The posts that the matcher knows. Each part of one stands as its newest version says, whatever comes first; whatever
 * changes what a post is compared by makes a job. A post that is gone stays gone.
 */
export interface PostIntake {
  take(news: PostNews, delivery: Delivery, now: Date): Promise<void>;
  takeAnalysis(news: AnalysisNews, delivery: Delivery, now: Date): Promise<void>;
  remove(gone: PostGone, delivery: Delivery, now: Date): Promise<void>;
}
