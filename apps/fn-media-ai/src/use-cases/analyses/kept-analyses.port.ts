import type { Analysis } from '../../domain/analysis/analysis.ts';
import type { SeenPhoto } from '../../domain/analysis/seen-photo.ts';
import type { PhotoFailure } from '../../domain/photo-failure.ts';
import type { Viewer } from '../../domain/viewer.ts';

export interface KeptAnalysis extends Analysis {
  readonly analysisId: string;
  readonly postId: string;
  readonly version: number;
  readonly supersedes: string | null;
  readonly postVersion: number;
  readonly photosVersion: number;
  readonly pipelineVersion: string;
  readonly createdAt: Date;
  readonly decision: Decision | null;
}

export type Decision = 'approve' | 'reject';

/** One photo as far as it has come. */
export interface PhotoRecord extends Pick<SeenPhoto, 'sight'> {
  readonly postId: string;
  readonly photoId: string;
  readonly state: 'waiting' | 'read' | 'failed';
  readonly attempts: number;
  readonly failure: PhotoFailure | null;
  readonly reading: SeenPhoto['reading'] | null;
  readonly doneAt: Date | null;
}

export interface QueuePosition {
  readonly createdAt: Date;
  readonly analysisId: string;
}

/** Reading. Of what somebody may not see there is nothing, as if it were not there. */
export interface KeptAnalyses {
  find(postId: string, viewer: Viewer): Promise<KeptAnalysis | null>;
  findPhoto(photoId: string, viewer: Viewer): Promise<PhotoRecord | null>;
  /** Current analyses that wait for somebody's look, those of before first. */
  waiting(viewer: Viewer, after: QueuePosition | null, limit: number): Promise<readonly KeptAnalysis[]>;
}

export type Ruled = 'missing' | 'forbidden' | 'done' | 'nothing-to-do';

/** What the desk of a post does with its analysis; for a post of no organization, who looks after the platform. */
export interface AnalysisDesk {
  /** Those of its photos are read again for which `isStale` holds, being of a post of this category. */
  readAgain(
    postId: string,
    by: Viewer,
    isStale: (photo: PhotoRecord, category: string) => boolean,
    now: Date,
  ): Promise<Ruled>;
  /** Of one that waits for a look, or whose post was decided on otherwise. */
  decide(analysisId: string, by: Viewer, decision: Decision, now: Date): Promise<Ruled>;
}
