import type { EventMap } from '@foundnow/contracts';
import type { ReadPhotos } from '../../../use-cases/posts/take-analysis.ts';

/** What was read from photos, in our words. A level that we do not know is treated as none. */
export function analysisOf(enhanced: EventMap['post.enhanced']): ReadPhotos {
  const { analysisId, aggregateVersion: version, photosVersion, level, photos, tags } = enhanced;
  return {
    analysisId,
    version,
    photosVersion,
    level: level === 'unknown' ? 'none' : level,
    title: enhanced.title?.value,
    description: enhanced.description?.value,
    category: enhanced.category?.value,
    tags,
    redacted: new Map(photos.map(({ photoId, publicVariants }) => [photoId, publicVariants])),
  };
}
