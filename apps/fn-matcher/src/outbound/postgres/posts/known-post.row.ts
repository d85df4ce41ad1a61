import type { AnalysisOfPost, KnownPost, PostPhoto, SaidOfPost } from '../../../domain/post/known-post.ts';
import { readVectors, type VectorLayout } from './vectors.ts';

/** A row of matcher.post, as it is locked to be changed. */
export interface KnownPostRow {
  post_id: string;
  org_id: string | null;
  author_id: string | null;
  status: KnownPost['status'];
  status_version: number;
  said: SaidOfPost | null;
  said_version: number;
  photos: PostPhoto[];
  photos_version: number;
  analysis: AnalysisOfPost | null;
  analysis_version: number;
  analysis_photos_version: number;
  vectors: Buffer | null;
  vector_models: VectorLayout;
  traits: string | null;
}

const VERSIONS = ['status', 'said', 'photos', 'analysis', 'analysis_photos'].map(
  (part) => `${part}_version::float8 as ${part}_version`,
);
export const KNOWN_POST_COLUMNS = `post_id, org_id, author_id, status, said, photos, analysis, vector_models, traits,
  array_send(vectors) as vectors, ${VERSIONS.join(', ')}`;

export function toKnownPost(row: KnownPostRow): KnownPost {
  return {
    id: row.post_id,
    status: row.status,
    said: row.said,
    photos: row.photos,
    photosVersion: row.photos_version,
    analysis: row.analysis,
    analysisPhotosVersion: row.analysis_photos_version,
    vectors: readVectors(row.vectors, row.vector_models),
  };
}
