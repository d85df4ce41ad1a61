import { describe, expect, it } from '@jest/globals';
import { busyDrawing, drawnPhoto, drawnPixels } from '../../../../test/photos/drawn-photo.ts';
import type { PhotoHash } from '../photo-reading.ts';
import { greyOf } from '../pixels.ts';
import { dhashOf } from './dhash.ts';
import { hammingDistance, hashesOf, isSamePhoto } from './hashes.ts';
import { pdqOf } from './pdq.ts';

const greyDrawing = (seed: number, width: number, height: number) =>
  greyOf(drawnPixels(busyDrawing(seed, { width, height })));

describe('PDQ', () => {
  // What the published implementation (its C++, through the Python package pdqhash 0.2) says of the same pixels.
  it.each([
    [1, 300, 200, 'db49421b21b52db2bc499c6f00d2d2b5b6bc3494496d4b6e6c42497f3ec2b5b5', 100],
    [2, 512, 384, '3c52e55665534d2163ad1e7cf3dc9c59e19625929828b3cc1e784b8b48b9e3c7', 73],
    [3, 128, 512, '392269146e35b192e30a66f573bdb1daa4fc12d5136f8c6b1ce192c79c6938c3', 100],
    [4, 1000, 700, 'a37462649b1e58f8312da77ea75298d0062cef69095bae56ab146265c59bd1ab', 100],
  ])(
    'of drawing %d, %d by %d pixels, is that of the published implementation',
    (seed, width, height, value, quality) => {
      const hash = pdqOf(greyDrawing(seed, width, height));
      // Where a coefficient equals the median, rounding decides.
      expect(hammingDistance(hash.value, value)).toBeLessThanOrEqual(2);
      expect(hash.quality).toBe(quality);
    },
  );

  it('has as many ones as zeros', () => {
    const value = pdqOf(greyDrawing(9, 200, 200)).value;
    expect(hammingDistance(value, '0'.repeat(64))).toBe(128);
  });

  it.each([
    [1, 1],
    [2, 700],
    [63, 65],
  ])('is 256 bits of a picture of %d by %d pixels too', (width, height) => {
    expect(pdqOf(greyDrawing(1, width, height)).value).toMatch(/^[0-9a-f]{64}$/);
  });
});

describe('dHash', () => {
  it('says field by field whether it becomes lighter', () => {
    const rising = { width: 170, height: 160, data: Uint8Array.from({ length: 170 * 160 }, (_, at) => at % 170) };
    expect(dhashOf(rising)).toBe('f'.repeat(64));
    expect(dhashOf({ ...rising, data: rising.data.map((value) => 255 - value) })).toBe('0'.repeat(64));
  });
});

describe('the hashes of a photo', () => {
  it('are none when there is next to nothing to tell it from others by', () => {
    expect(hashesOf(drawnPhoto({ shapes: [] }).grey)).toEqual([]);
    expect(hashesOf(drawnPhoto({ shapes: [], noise: 10 }).grey)).toEqual([]);
  });

  it('are the same in less light, in noise and at another size, and far from those of every other photo', () => {
    const photos = Array.from({ length: 12 }, (_, n) => busyDrawing(n + 1, { width: 400, height: 300 }));
    const whole = photos.map((drawing) => hashesOf(drawnPhoto(drawing).grey));
    for (const changed of [{ light: 0.8 }, { noise: 6 }, { width: 200, height: 150 }]) {
      const [again] = [hashesOf(drawnPhoto({ ...photos[0], ...changed }).grey)];
      expect(again.map((hash, n) => isSamePhoto(hash, whole[0]![n]!))).toEqual([true, true]);
    }
    for (const [n, hashes] of whole.entries()) {
      const others = whole.filter((_, other) => other !== n).flat();
      expect(others.filter((other) => hashes.some((hash) => isSamePhoto(hash, other)))).toEqual([]);
    }
  });

  it('of two algorithms are never compared', () => {
    const value = 'a'.repeat(64);
    const of = (algorithm: PhotoHash['algorithm']): PhotoHash => ({ algorithm, value });
    expect(isSamePhoto(of('pdq'), of('pdq'))).toBe(true);
    expect(isSamePhoto(of('pdq'), of('dhash'))).toBe(false);
  });
});
