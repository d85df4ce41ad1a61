import type { Item } from '../item/item.ts';
import type { KnownPost } from './known-post.ts';

/** Null while nobody is to find it. */
export function itemOf(post: KnownPost): Item | null {
  const { id, said, status, analysis, vectors } = post;
  if (said === null || status !== 'active') return null;
  if (analysis === null || !isOfTheseOnly(post)) return { ...said, id, analysis: null };
  const { photos: _, ...seen } = analysis;
  return { ...said, id, analysis: { ...seen, vectors } };
}

/**
 * An analysis from before a photo was added still holds; from before one was removed it says what nobody shows any more,
 * until the next one comes.
 */
function isOfTheseOnly({ analysis, analysisPhotosVersion, photos, photosVersion }: KnownPost): boolean {
  if (analysis === null || analysisPhotosVersion >= photosVersion) return true;
  const shown = new Set(photos.map(({ photoId }) => photoId));
  return analysis.photos.every(({ photoId }) => shown.has(photoId));
}

/** The first that was redacted; what was read of the photos later than the post tells of them stands. */
export function publicPhotoOf({ photos, analysis }: Pick<KnownPost, 'photos' | 'analysis'>): string | null {
  const read = new Map(analysis?.photos.map(({ photoId, publicKey }) => [photoId, publicKey]));
  for (const { photoId, publicKey } of photos) {
    const key = read.has(photoId) ? read.get(photoId) : publicKey;
    if (key) return key;
  }
  return null;
}
