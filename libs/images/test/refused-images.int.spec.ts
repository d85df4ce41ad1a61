import { afterAll, describe, expect, it } from '@jest/globals';
import { deflateSync } from 'node:zlib';
import { ImageCleaner } from '../src/index.ts';
import { clean } from './clean.ts';
import { animation, withTrailer } from './crafted-photos.ts';
import { drawing, plainPhoto } from './drawn-photos.ts';
import { pngBomb, zipFile } from './hostile-files.ts';

const cleaner = new ImageCleaner();
afterAll(() => cleaner.close());

const refusalOf = (file: Buffer): Promise<unknown> =>
  clean(cleaner, file).then(
    () => 'taken',
    (error: unknown) => (error as { code?: string }).code ?? error,
  );
const noise = (length: number) => deflateSync(Buffer.alloc(length, 'random'));
const svg = '<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"><script>alert(1)</script></svg>';
const heic = Buffer.concat([Buffer.from([0, 0, 0, 24]), Buffer.from('ftypheic\0\0\0\0mif1heic'), Buffer.alloc(64)]);

describe('a file from a stranger', () => {
  it.each([
    ['is empty', async () => Buffer.alloc(0), 'image.empty'],
    ['is text', async () => Buffer.from('hello'), 'image.type'],
    ['is SVG, which is a program', async () => Buffer.from(svg), 'image.type'],
    ['is SVG behind an XML declaration', async () => Buffer.from(`<?xml version="1.0"?>${svg}`), 'image.type'],
    ['is a GIF', async () => drawing().gif().toBuffer(), 'image.type'],
    ['is a TIFF', async () => drawing().tiff().toBuffer(), 'image.type'],
    ['is a PDF', async () => Buffer.from('%PDF-1.7 …'), 'image.type'],
    ['is HEIC', async () => heic, 'image.heic'],
    ['is an animation', animation, 'image.animated'],
    ['is larger than 10 MB', async () => Buffer.alloc(10 * 1024 * 1024 + 1, 0xff), 'image.too_large'],
    ['claims 900 megapixels in a few bytes', async () => pngBomb(30_000, 30_000), 'image.too_many_pixels'],
    ['is 40 million pixels in one line', async () => pngBomb(1, 40_000_000), 'image.too_many_pixels'],
    ['is one line over the limit', async () => pngBomb(8_001, 5_000), 'image.too_many_pixels'],
    ['holds fewer pixels than it claims', async () => pngBomb(6_000, 6_000), 'image.damaged'],
    ['is a ZIP behind a JPEG', async () => withTrailer(zipFile()), 'image.not_only_a_photo'],
    ['is a page behind a JPEG', async () => withTrailer('<html><script>1</script>'), 'image.not_only_a_photo'],
    ['is a ZIP behind a PNG', async () => withTrailer(zipFile(), 'png'), 'image.not_only_a_photo'],
    ['is a page behind a WebP', async () => withTrailer('<!DOCTYPE html>', 'webp'), 'image.not_only_a_photo'],
    ['is a PDF behind an AVIF', async () => withTrailer('%PDF-1.7', 'avif'), 'image.not_only_a_photo'],
    [
      'has a ZIP behind a second JPEG',
      async () => withTrailer(Buffer.concat([await plainPhoto(), zipFile()])),
      'image.not_only_a_photo',
    ],
    ['has something unknown behind it', async () => withTrailer(noise(10_000)), 'image.not_only_a_photo'],
  ])('is refused when it %s', async (_what, make, code) => {
    expect(await refusalOf(await make())).toBe(code);
  });

  it.each(['jpeg', 'png', 'webp', 'avif'] as const)('is refused when it is a %s cut off anywhere', async (as) => {
    const whole = await plainPhoto({ as, width: 320, height: 240 });
    for (const share of [0.05, 0.3, 0.6, 0.9, 0.99]) {
      const cut = whole.subarray(0, Math.floor(whole.length * share));
      expect(await refusalOf(cut)).toMatch(/^image\.(?:damaged|type)$/);
    }
    expect(await refusalOf(whole.subarray(0, -1))).toBe('image.damaged');
  });

  it('is told how to fix it, in words that hold nothing of the file', async () => {
    await expect(clean(cleaner, heic)).rejects.toMatchObject({
      kind: 'unsupported-media',
      detail: expect.stringContaining('Most Compatible'),
    });
  });

  it.each([
    ['a gain map or a preview, another JPEG', async () => plainPhoto({ width: 40, height: 30 })],
    ['the video of a motion photo', async () => Buffer.concat([Buffer.from('\0\0\0\u0018ftypmp42'), noise(5_000)])],
    ['the block of its maker', async () => Buffer.concat([noise(500), Buffer.from('SEFT')])],
    ['zeros', async () => Buffer.alloc(4_096)],
  ])('is taken with what cameras put behind a photo: %s, which is not kept', async (_what, trailer) => {
    const { original } = await clean(cleaner, await withTrailer(await trailer()));
    expect(original.width).toBe(640);
  });
});

describe('the decoder', () => {
  it('is there again after it was lost, and turns nobody away for ever', async () => {
    const own = new ImageCleaner();
    const photo = await plainPhoto();
    const first = clean(own, photo).catch(() => undefined);
    own.close();
    await first;
    expect((await clean(own, photo)).original.width).toBe(640);
    own.close();
  });

  it('takes one at a time in the order of arrival, and turns away who would wait too long', async () => {
    const own = new ImageCleaner({ filesAtOnce: 1, mostWaiting: 2 });
    const photo = await plainPhoto();
    const asked = await Promise.allSettled(Array.from({ length: 5 }, () => clean(own, photo)));
    expect(asked.map(({ status }) => status)).toEqual(['fulfilled', 'fulfilled', 'fulfilled', 'rejected', 'rejected']);
    own.close();
  });
});
