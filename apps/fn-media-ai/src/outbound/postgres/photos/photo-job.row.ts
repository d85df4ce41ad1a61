import type { ModelSight } from '../../../domain/analysis/seen-photo.ts';
import type { PhotoJob } from '../../../use-cases/photos/photo-jobs.port.ts';

/** A row of media_ai.photo that was taken, with what its post says. */
export interface PhotoJobRow {
  post_id: string;
  photo_id: string;
  lease: string;
  object_key: string;
  sha256: string;
  attempts: number;
  kind: 'lost' | 'found';
  category: string;
  language: string;
  title: string;
  description: string | null;
  sight: ModelSight | null;
}

export function toPhotoJob(row: PhotoJobRow): PhotoJob {
  const { lease, sha256, kind, category, language, title, description, sight } = row;
  const { post_id: postId, photo_id: photoId, object_key: objectKey, attempts: attempt } = row;
  return { postId, photoId, lease, objectKey, sha256, attempt, kind, category, language, title, description, sight };
}
