import type { Analysis } from '../../domain/analysis/analysis.ts';
import type { SeenPhoto } from '../../domain/analysis/seen-photo.ts';
import type { KeptPost } from '../posts/kept-posts.port.ts';
import type { StoredForm } from '../photos/photo-jobs.port.ts';

/** A photo that was read, with what of it may be shown. */
export interface StoredPhoto extends SeenPhoto {
  readonly forms: readonly StoredForm[];
  readonly sealedHints: string | null;
}

/** A post all of whose photos have come to an end, as it was at `revision`. */
export interface DuePost extends Omit<KeptPost, 'photos'> {
  readonly revision: number;
  /** In their order. */
  readonly photos: readonly StoredPhoto[];
  readonly failedPhotoIds: readonly string[];
  /** The current analysis; null before the first. */
  readonly supersedes: string | null;
  /** What somebody decided of it who looked; null: nothing was decided, or the photos have changed since. */
  readonly ruling: 'approve' | 'reject' | null;
}

export interface DraftAnalysis {
  readonly analysisId: string;
  readonly analysis: Analysis;
  readonly sealedHints: string | null;
}

export interface DuePosts {
  find(now: Date, most: number): Promise<readonly DuePost[]>;
  /** Stores the analysis and publishes it. False: the post has changed meanwhile, or somebody else was quicker. */
  publish(post: DuePost, draft: DraftAnalysis, now: Date): Promise<boolean>;
  /** It is tried again then. */
  postpone(post: DuePost, until: Date): Promise<void>;
  /** Nothing is to be told of it. */
  pass(post: DuePost): Promise<void>;
}
