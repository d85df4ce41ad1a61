import type { KeptReading, ModelSight } from '../../domain/analysis/seen-photo.ts';
import type { PhotoFailure } from '../../domain/photo-failure.ts';

/** A photo that is to be read now, by whoever holds this lease. */
export interface PhotoJob {
  readonly postId: string;
  readonly photoId: string;
  readonly lease: string;
  readonly objectKey: string;
  readonly sha256: string;
  /** This one included. */
  readonly attempt: number;
  readonly kind: 'lost' | 'found';
  readonly category: string;
  readonly language: string;
  readonly title: string;
  readonly description: string | null;
  /** What a model said of it when it was read before. */
  readonly sight: ModelSight | null;
}

/** One public size as it is stored. */
export interface StoredForm {
  readonly name: string;
  readonly objectKey: string;
  readonly width: number;
  readonly height: number;
}

export interface PhotoResult {
  readonly reading: KeptReading;
  /** Only fn-matcher opens it. */
  readonly sealedHints: string | null;
  readonly sight: ModelSight | null;
  readonly folder: string;
  readonly forms: readonly StoredForm[];
}

export interface Backlog {
  readonly waiting: number;
  /** Of the one that has waited longest; 0 when none waits. */
  readonly oldestSeconds: number;
}

/** The photos that wait to be read. Any number of replicas take from it; each photo is with one of them at a time. */
export interface PhotoJobs {
  /** Each is an attempt: whoever is killed with a photo has used one up. */
  take(most: number, now: Date, until: Date): Promise<readonly PhotoJob[]>;
  /** Says that it is still being read. False: it is somebody else's by now, or nobody's. */
  extend(job: PhotoJob, until: Date): Promise<boolean>;
  /**
   * False: nobody waits for it any more, or its post says by now that it shows another thing, and it is to be taken again.
   * Then nothing was kept, and the folder is swept.
   */
  finish(job: PhotoJob, result: PhotoResult, now: Date): Promise<boolean>;
  /** It will be taken again. `isAttempt` false: what went wrong had nothing to do with the photo. */
  putBack(job: PhotoJob, next: Date, isAttempt: boolean): Promise<void>;
  /** It cannot be read: told to the reporter, and the post goes on without it. False: nobody waits for it any more. */
  giveUp(job: PhotoJob, failure: PhotoFailure, now: Date): Promise<boolean>;
  backlog(now: Date): Promise<Backlog>;
}
