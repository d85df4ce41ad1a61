import type { KeptReading, ModelSight } from '../../../domain/analysis/seen-photo.ts';
import type { DuePost } from '../../../use-cases/analyses/due-posts.port.ts';
import type { StoredForm } from '../../../use-cases/photos/photo-jobs.port.ts';
import type { ToldPostRow } from '../../events/photo-failed.ts';

/** A row of media_ai.post that is to be analysed. */
export interface DuePostRow extends ToldPostRow {
  post_id: string;
  category: string;
  title: string;
  description: string | null;
  photo_ids: readonly string[];
  revision: number;
  ruling: DuePost['ruling'];
  supersedes: string | null;
}

/** Of media_ai.photo, once it came to its end. */
export interface EndedPhotoRow {
  post_id: string;
  photo_id: string;
  state: 'read' | 'failed';
  reading: KeptReading;
  sight: ModelSight | null;
  forms: readonly StoredForm[];
  sealed_hints: string | null;
}

export function toDuePost(row: DuePostRow, photos: readonly EndedPhotoRow[]): DuePost {
  const byId = new Map(photos.map((photo) => [photo.photo_id, photo]));
  const ended = row.photo_ids.flatMap((id) => byId.get(id) ?? []);
  return {
    postId: row.post_id,
    orgId: row.org_id,
    authorId: row.author_id,
    visibility: row.visibility,
    kind: row.kind,
    category: row.category,
    language: row.language,
    timeZone: row.time_zone,
    title: row.title,
    description: row.description,
    version: row.version,
    photosVersion: row.photos_version,
    revision: row.revision,
    ruling: row.ruling,
    supersedes: row.supersedes,
    photos: ended
      .filter(({ state }) => state === 'read')
      .map(({ photo_id: photoId, reading, sight, forms, sealed_hints: sealedHints }) => ({
        photoId,
        reading,
        sight,
        forms,
        sealedHints,
      })),
    failedPhotoIds: ended.filter(({ state }) => state === 'failed').map(({ photo_id: photoId }) => photoId),
  };
}
