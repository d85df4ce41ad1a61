import { describe, expect, it } from '@jest/globals';
import { itemOf, publicPhotoOf } from './item-of.ts';
import type { AnalysisOfPost, KnownPost } from './known-post.ts';
import { hashOfTerm } from '../frequencies/term-hash.ts';
import { aSaid, NOTHING_SEEN } from '../../../test/matching/told.builder.ts';

const said = aSaid('lost');
const photo = (photoId: string, publicKey: string | null = null) => ({ photoId, publicKey });
const analysis = (photos: AnalysisOfPost['photos']): AnalysisOfPost => ({ ...NOTHING_SEEN, photos });
const known = (given: Partial<KnownPost> = {}): KnownPost => ({
  id: 'p',
  status: 'active',
  said,
  photos: [photo('one')],
  photosVersion: 1,
  analysis: analysis([photo('one')]),
  analysisPhotosVersion: 1,
  vectors: [],
  ...given,
});

describe('what is compared of a post', () => {
  it('is nothing while it is not looked for, or was not heard of', () => {
    for (const status of ['resolved', 'expired', 'deleted', 'unknown'] as const) {
      expect(itemOf(known({ status }))).toBeNull();
    }
    expect(itemOf(known({ said: null }))).toBeNull();
  });

  it('holds what was seen before a photo was added, not what was seen on one that is gone', () => {
    const added = known({ photosVersion: 2, photos: [photo('one'), photo('two')] });
    const removed = known({ photosVersion: 2, photos: [photo('two')] });
    expect([itemOf(added)?.analysis === null, itemOf(removed)?.analysis === null]).toEqual([false, true]);
    expect(itemOf({ ...removed, analysisPhotosVersion: 2 })?.analysis).not.toBeNull();
  });
});

describe('the photo that others are shown', () => {
  it('is the first that was redacted, as the newest reading says', () => {
    const photos = [photo('one', 'old-one'), photo('two', 'old-two'), photo('three')];
    expect(publicPhotoOf({ photos, analysis: null })).toBe('old-one');
    expect(publicPhotoOf({ photos, analysis: analysis([photo('one'), photo('three', 'new')]) })).toBe('old-two');
    expect(publicPhotoOf({ photos: [], analysis: analysis([photo('one', 'gone')]) })).toBeNull();
  });
});

describe('hashes of terms', () => {
  it('are whole numbers that differ', () => {
    const terms = Array.from({ length: 100_000 }, (_, i) => [
      `w:word${i}`,
      `at:found:8${i.toString(16)}ff:bags`,
    ]).flat();
    const hashes = new Set(terms.map(hashOfTerm));
    expect(hashes.size).toBe(terms.length);
    expect([...hashes].every((hash) => Number.isSafeInteger(hash) && hash >= 0)).toBe(true);
  });
});
