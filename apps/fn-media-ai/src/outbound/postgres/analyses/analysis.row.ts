import type { Analysis, AnalysisLevel } from '../../../domain/analysis/analysis.ts';
import type { Decision, KeptAnalysis, PhotoRecord } from '../../../use-cases/analyses/kept-analyses.port.ts';

/** A row of media_ai.analysis. */
export interface AnalysisRow {
  analysis_id: string;
  post_id: string;
  version: number;
  supersedes: string | null;
  post_version: number;
  photos_version: number;
  level: AnalysisLevel;
  confidence: number;
  degraded: boolean;
  pipeline_version: string;
  result: Omit<Analysis, 'level' | 'confidence' | 'degraded'>;
  created_at: Date;
  decision: Decision | null;
}

export const ANALYSIS_COLUMNS = `analysis_id, analysis.post_id, analysis.version::float8 as version, supersedes,
  post_version::float8 as post_version, analysis.photos_version::float8 as photos_version, level, confidence, degraded,
  pipeline_version, result, created_at, decision`;

export function toKeptAnalysis(row: AnalysisRow): KeptAnalysis {
  const { version, supersedes, level, confidence, degraded, result, decision } = row;
  return {
    ...result,
    version,
    supersedes,
    level,
    confidence,
    degraded,
    decision,
    analysisId: row.analysis_id,
    postId: row.post_id,
    postVersion: row.post_version,
    photosVersion: row.photos_version,
    pipelineVersion: row.pipeline_version,
    createdAt: row.created_at,
  };
}

/** A row of media_ai.photo, for those who may see it. */
export interface PhotoRecordRow {
  post_id: string;
  photo_id: string;
  state: PhotoRecord['state'];
  attempts: number;
  failure: PhotoRecord['failure'];
  reading: PhotoRecord['reading'];
  sight: PhotoRecord['sight'];
  done_at: Date | null;
}

export const PHOTO_COLUMNS =
  'photo.post_id, photo.photo_id, photo.state, photo.attempts, photo.failure, photo.reading, photo.sight, photo.done_at';

export function toPhotoRecord(row: PhotoRecordRow): PhotoRecord {
  const { state, attempts, failure, reading, sight } = row;
  const { post_id: postId, photo_id: photoId, done_at: doneAt } = row;
  return { postId, photoId, state, attempts, failure, reading, sight, doneAt };
}
