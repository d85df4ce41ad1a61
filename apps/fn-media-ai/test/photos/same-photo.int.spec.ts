import { beforeAll, describe, expect, it } from '@jest/globals';
import type { Sharp } from 'sharp';
import { colorsOf } from '../../src/domain/photo/colors/colors.ts';
import type { DecodedPhoto } from '../../src/domain/photo/decoded-photo.ts';
import { descriptorOf } from '../../src/domain/photo/descriptor/descriptor.ts';
import { hashesOf, isSamePhoto } from '../../src/domain/photo/hashes/hashes.ts';
import type { PhotoHash } from '../../src/domain/photo/photo-reading.ts';
import { qualityOf } from '../../src/domain/photo/quality/quality.ts';
import { busyDrawing, drawnPixels } from './drawn-photo.ts';
import { opened, photoOf, pixelsOf, reencoded } from './photo-file.ts';

const busy = () => opened(drawnPixels(busyDrawing(5)));
const item = () => opened(drawnPixels());

const CHANGES: readonly (readonly [string, (image: Sharp) => Sharp, number])[] = [
  ['written anew', (image) => image, 80],
  ['written anew in poor quality', (image) => image, 20],
  ['made half as large', (image) => image.resize(240), 80],
  ['made lighter', (image) => image.modulate({ brightness: 1.2 }), 80],
  ['made darker', (image) => image.modulate({ brightness: 0.8 }), 80],
  ['sharpened', (image) => image.sharpen(), 80],
];

describe('a photo that comes again', () => {
  let before: readonly PhotoHash[] = [];
  beforeAll(async () => {
    before = hashesOf((await reencoded(busy(), 95)).grey);
  });
  const sameBy = ({ grey }: DecodedPhoto) =>
    hashesOf(grey).filter((hash) => before.some((other) => isSamePhoto(hash, other)));

  it.each(CHANGES)('is known again by both hashes when it was %s', async (_how, change, quality) => {
    expect(sameBy(await reencoded(change(busy()), quality)).map(({ algorithm }) => algorithm)).toEqual([
      'pdq',
      'dhash',
    ]);
  });

  it('is known again when a hundredth was cut off, and not when a seventh was: hashes are of photos, not of things', async () => {
    const cut = (share: number) => {
      const [left, top] = [Math.round(480 * share), Math.round(360 * share)];
      return busy().extract({ left, top, width: 480 - left, height: 360 - top });
    };
    expect(sameBy(await reencoded(cut(0.01), 80))).toHaveLength(2);
    expect(sameBy(await reencoded(cut(0.15), 80))).toEqual([]);
  });

  it.each(CHANGES)(
    'has the same main colour and nearly the same look when it was %s',
    async (_how, change, quality) => {
      const [one, other] = [await reencoded(item(), 95), await reencoded(change(item()), quality)];
      const [first, second] = [one, other].map(({ pixels }) => descriptorOf(pixels).values);
      expect(first!.reduce((sum, value, at) => sum + value * second![at]!, 0)).toBeGreaterThan(0.9);
      expect(colorsOf(other.pixels).colors[0]!.name).toBe('navy');
    },
  );
});

describe('sharpness', () => {
  const blurred = async (sigma: number, image = busy()) => photoOf(await pixelsOf(image.blur(sigma)));

  it('falls with every step of blur, and says so where a label can be read no more', async () => {
    const measured = await Promise.all([0.5, 1, 2, 3, 5, 8].map(async (sigma) => qualityOf(await blurred(sigma))));
    const values = measured.map(({ quality }) => quality.sharpness);
    expect(values).toEqual(values.toSorted((a, b) => b - a));
    expect(measured.map(({ hints }) => hints.includes('blurred'))).toEqual([false, false, false, true, true, true]);
  });

  it('is not feigned by noise', async () => {
    const soft = await pixelsOf(busy().blur(4));
    const noise = drawnPixels({ background: [128, 128, 128], shapes: [], noise: 6 });
    const data = Uint8ClampedArray.from(soft.data, (value, at) => value + noise.data[at]! - 128);
    expect(qualityOf(photoOf({ ...soft, data: Uint8Array.from(data) })).hints).toContain('blurred');
  });

  it('is that of what is in focus', async () => {
    const background = await blurred(6);
    const focus = await busy().extract({ left: 150, top: 110, width: 180, height: 140 }).png().toBuffer();
    const image = opened(background.pixels).composite([{ input: focus, left: 150, top: 110 }]);
    expect(qualityOf(photoOf(await pixelsOf(image))).hints).not.toContain('blurred');
  });
});
