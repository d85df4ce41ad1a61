import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { FakeClock } from '@foundnow/testing';
import type { VisionCache, VisionCacheKey } from '../../src/use-cases/vision-cache.port.ts';
import { aFinding } from '../vision-question.builder.ts';

export interface CacheHarness {
  readonly cache: VisionCache;
  readonly clock: FakeClock;
  /** Of which there are the photos whose SHA-256 are the numbers below 100. */
  readonly postId: string;
  stop(): Promise<void>;
}

/** What every keeper of answers keeps. */
export function describeVisionCache(name: string, start: () => Promise<CacheHarness>): void {
  describe(`${name} as the keeper of answers`, () => {
    let harness: CacheHarness;
    let photos = 0;
    const inAnHour = () => new Date(harness.clock.now().getTime() + 3_600_000);
    const aKey = (changed: Partial<VisionCacheKey> = {}): VisionCacheKey => ({
      photoSha256: String((photos += 1)).padStart(64, '0'),
      questionSha256: 'c'.repeat(64),
      provider: 'claude',
      model: 'model-1',
      promptVersion: 'p1',
      ...changed,
    });
    beforeAll(async () => void (harness = await start()));
    afterAll(() => harness.stop());

    it('finds what was kept, as it was', async () => {
      const key = aKey();
      expect(await harness.cache.find(key)).toBeUndefined();
      await harness.cache.keep(key, harness.postId, aFinding(), inAnHour());
      expect(await harness.cache.find({ ...key })).toEqual(aFinding());
    });

    it.each<Partial<VisionCacheKey>>([
      { photoSha256: 'f'.repeat(64) },
      { questionSha256: 'd'.repeat(64) },
      { provider: 'google-vision' },
      { model: 'model-2' },
      { promptVersion: '' },
    ])('takes %j for another question', async (other) => {
      const key = aKey();
      await harness.cache.keep(key, harness.postId, aFinding(), inAnHour());
      expect(await harness.cache.find({ ...key, ...other })).toBeUndefined();
    });

    it('keeps the last answer, also of two at once', async () => {
      const key = aKey();
      const twice = [aFinding({ sensitive: true }), aFinding({ sensitive: true })];
      await Promise.all(twice.map((finding) => harness.cache.keep(key, harness.postId, finding, inAnHour())));
      await harness.cache.keep(key, harness.postId, aFinding({ title: null }), inAnHour());
      expect(await harness.cache.find(key)).toEqual(aFinding({ title: null }));
    });

    it('forgets by the second, and sweeps what nobody finds any more', async () => {
      const key = aKey();
      await harness.cache.keep(key, harness.postId, aFinding(), inAnHour());
      harness.clock.advance(3_599_999);
      expect(await harness.cache.find(key)).toBeDefined();
      harness.clock.advance(1);
      expect(await harness.cache.find(key)).toBeUndefined();
      expect(await harness.cache.sweep(harness.clock.now())).toBeGreaterThan(0);
      expect(await harness.cache.sweep(harness.clock.now())).toBe(0);
    });

    it('forgets every answer about an erased photo, and no other', async () => {
      const [gone, kept] = [aKey(), aKey()];
      for (const key of [gone, { ...gone, provider: 'google-vision' }, kept]) {
        await harness.cache.keep(key, harness.postId, aFinding(), inAnHour());
      }
      await harness.cache.forget([gone.photoSha256, 'e'.repeat(64)]);
      expect(await harness.cache.find(gone)).toBeUndefined();
      expect(await harness.cache.find({ ...gone, provider: 'google-vision' })).toBeUndefined();
      expect(await harness.cache.find(kept)).toBeDefined();
      await harness.cache.forget([]);
      expect(await harness.cache.find(kept)).toBeDefined();
    });
  });
}
