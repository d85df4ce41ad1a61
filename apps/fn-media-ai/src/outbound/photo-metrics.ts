import type { Metrics } from '@foundnow/telemetry';
import type { StageUse } from '../domain/photo/stage.ts';
import type { PhotoFailure } from '../domain/photo-failure.ts';
import type { Backlog } from '../use-cases/photos/photo-jobs.port.ts';
import type { PhotoMeters } from '../use-cases/photos/photo-meters.port.ts';

/** Labels are of closed lists: nothing of a photo or a person. */
export class PhotoMetrics implements PhotoMeters {
  constructor(private readonly metrics: Pick<Metrics, 'count' | 'gauge' | 'observeSeconds'>) {}

  read(stages: readonly StageUse[], degraded: boolean): void {
    this.metrics.count('photos_read_total', 'Photos that were read.', { degraded: String(degraded) });
    for (const { stage, milliseconds } of stages) {
      const help = 'How long the stages of reading a photo take.';
      this.metrics.observeSeconds('photo_stage_duration_seconds', help, milliseconds / 1_000, { stage });
    }
  }

  failed({ stage, reason }: PhotoFailure): void {
    this.metrics.count('photos_failed_total', 'Photos that could not be read.', { stage, reason });
  }

  backlog({ waiting, oldestSeconds }: Backlog): void {
    this.metrics.gauge('photo_jobs_waiting', 'Photos that wait to be read, or are being read.', waiting);
    this.metrics.gauge('photo_job_oldest_age_seconds', 'How long the first of them has waited.', oldestSeconds);
  }
}
