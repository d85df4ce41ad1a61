import type { StageUse } from '../../domain/photo/stage.ts';
import type { PhotoFailure } from '../../domain/photo-failure.ts';
import type { Backlog } from './photo-jobs.port.ts';

/** What is counted of reading. */
export interface PhotoMeters {
  read(stages: readonly StageUse[], degraded: boolean): void;
  failed(failure: PhotoFailure): void;
  backlog(backlog: Backlog): void;
}
