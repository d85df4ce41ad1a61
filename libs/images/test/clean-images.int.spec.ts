import { afterAll, describe, expect, it } from '@jest/globals';
import sharp from 'sharp';
import { ImageCleaner } from '../src/index.ts';
import { clean } from './clean.ts';
import { describedPhoto, SECRETS, solid } from './crafted-photos.ts';
import { drawing, plainPhoto } from './drawn-photos.ts';
import { partsOf } from './file-parts.ts';

const PICTURE_ONLY = ['APP0 JFIF', 'DQT', 'SOF0', 'DHT', 'SOS', 'DRI', 'EOI'];
const cleaner = new ImageCleaner();
afterAll(() => cleaner.close());

describe('a photo that is taken in', () => {
  it.each(['jpeg', 'png', 'webp', 'avif'] as const)(
    'keeps nothing that its %s file said beside the picture',
    async (as) => {
      const file = await describedPhoto(as);
      const said = Object.values(SECRETS).filter((secret) => file.includes(secret));
      expect(said).toContain(SECRETS.artist);
      const { original, forms, placeholder } = await clean(cleaner, file);
      for (const { bytes } of [original, ...forms]) {
        expect(partsOf(bytes).filter((part) => !PICTURE_ONLY.includes(part))).toEqual([]);
      }
      expect(partsOf(placeholder.bytes)).toEqual(['VP8 ']);
      for (const { bytes } of [original, ...forms, placeholder]) {
        expect(Object.values(SECRETS).filter((secret) => bytes.includes(secret))).toEqual([]);
        expect(bytes.toString('latin1')).not.toMatch(/Exif|GPS|http|ICC_PROFILE|Photoshop/);
      }
    },
  );

  it('comes in three sizes and a placeholder, none larger than it was', async () => {
    const { original, forms, placeholder } = await clean(cleaner, await plainPhoto({ width: 2000, height: 1000 }));
    const sizes = [original, ...forms, placeholder].map(({ width, height }) => [width, height]);
    expect(sizes).toEqual([[2000, 1000], [1280, 640], [320, 160], [32, 16]]); // prettier-ignore
    expect(forms.map(({ name }) => name)).toEqual(['1280', '320']);
    const small = await clean(cleaner, await plainPhoto({ width: 20, height: 30 }));
    expect(small.forms.map(({ width, height }) => [width, height])).toEqual([[20, 30], [20, 30]]); // prettier-ignore
  });

  it.each([1, 2, 3, 4, 5, 6, 7, 8])(
    'stands upright in every size when its camera wrote orientation %d',
    async (orientation) => {
      const file = await drawing().withMetadata({ orientation }).jpeg().toBuffer();
      const expected = await cornersOf(await sharp(file).autoOrient().png().toBuffer());
      const { original, forms, placeholder } = await clean(cleaner, file);
      for (const { bytes, width, height } of [original, ...forms]) {
        expect(await cornersOf(bytes)).toEqual(expected);
        expect(width > height).toBe(orientation < 5);
      }
      expect(await cornersOf(placeholder.bytes)).toEqual(expected);
    },
  );

  it('shows the same colours whatever it was written in', async () => {
    const green = { r: 40, g: 160, b: 60 };
    const picture = () => solid(64, 64, `rgb(${green.r},${green.g},${green.b})`);
    const files = await Promise.all([
      picture().withIccProfile('p3').jpeg({ quality: 100 }).toBuffer(),
      picture().toColourspace('cmyk').withIccProfile('cmyk').jpeg({ quality: 100 }).toBuffer(),
      picture().toColourspace('rgb16').png().toBuffer(),
      picture().png({ palette: true }).toBuffer(),
    ]);
    for (const file of files) {
      const { original } = await clean(cleaner, file);
      const { dominant } = await sharp(original.bytes).stats();
      const { channels } = await sharp(original.bytes).metadata();
      expect(channels).toBe(3);
      for (const channel of ['r', 'g', 'b'] as const)
        expect(Math.abs(dominant[channel] - green[channel])).toBeLessThan(32);
    }
  });

  it('is white where it was transparent, and may be grey', async () => {
    const clear = sharp({ create: { width: 64, height: 64, channels: 4, background: { r: 0, g: 0, b: 0, alpha: 0 } } });
    const { original } = await clean(cleaner, await clear.png().toBuffer());
    expect((await sharp(original.bytes).stats()).channels.map(({ mean }) => Math.round(mean))).toEqual([255, 255, 255]);
    const grey = await clean(cleaner, await drawing().greyscale().jpeg().toBuffer());
    expect(grey.original.width).toBe(640);
  });
});

/** The main colour of each corner, clockwise from the left top. */
async function cornersOf(bytes: Buffer): Promise<string[]> {
  const { data, info } = await sharp(bytes).removeAlpha().raw().toBuffer({ resolveWithObject: true });
  const [x0, y0, x1, y1] = [info.width >> 3, info.height >> 3, (info.width * 7) >> 3, (info.height * 7) >> 3];
  return [
    [x0, y0],
    [x1, y0],
    [x1, y1],
    [x0, y1],
  ].map(([x = 0, y = 0]) => {
    // prettier-ignore
    const at = (y * info.width + x) * info.channels;
    return [...data.subarray(at, at + 3)].map((value) => (value > 127 ? 1 : 0)).join('');
  });
}
