import type { EventMap } from '@foundnow/contracts';
import type { ReadPhotos } from '../../../use-cases/posts/take-analysis.ts';

/** What was read from photos, in our words. A level that we do not know is treated as none. */
export function analysisOf(enhanced: EventMap['post.enhanced']): ReadPhotos {
  const {
    analysisId,
    aggregateVersion: version,
    postVersion,
    photosVersion,
    level,
    photos,
    failedPhotoIds,
    tags,
  } = enhanced;
  return {
    analysisId,
    version,
    postVersion,
    photosVersion,
    level: level === 'unknown' ? 'none' : level,
    title: enhanced.title?.value,
    description: enhanced.description?.value,
    category: enhanced.category?.value,
    tags,
    // Of one that could not be read again, the forms that were made before are no longer there.
    redacted: new Map([
      ...failedPhotoIds.map((photoId) => [photoId, []] as const),
      ...photos.map(({ photoId, publicVariants }) => [photoId, publicVariants] as const),
    ]),
  };
}
