import { describe, expect, it } from '@jest/globals';
import { describedPhoto, partsOf, SECRETS } from '@foundnow/images/testing';
import sharp from 'sharp';
import type { Redaction } from '../../src/domain/photo/region.ts';
import type { WrittenOnItem } from '../../src/domain/photo/written-on-item.ts';
import { decode } from '../../src/outbound/reader/decode.ts';
import { readPhoto } from '../../src/outbound/reader/read-photo.ts';
import { drawnPixels } from './drawn-photo.ts';
import { opened } from './photo-file.ts';

const ABOUT = { kind: 'found', category: '', language: 'en' } as const;
const found = (redaction: Redaction): WrittenOnItem => ({ codes: [], texts: [], personal: [], redaction, stages: [] });
const read = async (file: Buffer, writing: () => Promise<WrittenOnItem>) =>
  readPhoto(await decode(file), ABOUT, { writing });
const nothing = async () => found({ kind: 'none', regions: [] });
const LABEL_REGION = { left: 0.42, top: 0.42, width: 0.2, height: 0.12 };

describe('reading a photo', () => {
  it.each(['jpeg', 'png', 'webp', 'avif'] as const)(
    'makes public forms that hold nothing of what its %s file said',
    async (as) => {
      const { forms } = await read(await describedPhoto(as), nothing);
      expect(forms.map(({ name }) => name)).toEqual(['1280', '320']);
      for (const { bytes } of forms) {
        expect(partsOf(bytes).filter((part) => !/^(APP0 JFIF|DQT|SOF0|DHT|SOS|EOI)$/.test(part))).toEqual([]);
        expect(Object.values(SECRETS).filter((secret) => bytes.includes(secret))).toEqual([]);
      }
    },
  );

  it.each([1, 2, 3, 4, 5, 6, 7, 8])('turns it upright when its camera wrote orientation %d', async (orientation) => {
    const file = await opened(drawnPixels({ width: 700, height: 350 }))
      .withMetadata({ orientation })
      .jpeg()
      .toBuffer();
    const { reading, forms } = await read(file, nothing);
    const sizes = [reading, ...forms].map(({ width, height }) => [width, height]);
    const lying = [[700, 350], [700, 350], [320, 160]]; // prettier-ignore
    expect(sizes).toEqual(orientation < 5 ? lying : lying.map((size) => size.toReversed()));
  });

  it('looks at 1,600 pixels at most, and never at more than there are', async () => {
    const large = await decode(
      await opened(drawnPixels({ width: 2_400, height: 1_800 }))
        .jpeg()
        .toBuffer(),
    );
    expect([large.pixels.width, large.pixels.height, large.originalWidth]).toEqual([1_600, 1_200, 2_400]);
    const small = await decode(
      await opened(drawnPixels({ width: 90, height: 60 }))
        .greyscale()
        .png()
        .toBuffer(),
    );
    expect([small.pixels.width, small.pixels.data.length]).toEqual([90, 90 * 60 * 3]);
  });

  it('covers regions in every public form, and leaves the rest as it was', async () => {
    const file = await opened(drawnPixels({ width: 800, height: 600 }))
      .jpeg()
      .toBuffer();
    const open = await read(file, nothing);
    const hidden = await read(file, async () => found({ kind: 'regions', regions: [LABEL_REGION] }));
    for (const [n, form] of hidden.forms.entries()) {
      const [before, after] = [await meansOf(open.forms[n]!.bytes), await meansOf(form.bytes)];
      // The label was nearly white on navy; veiled navy is left.
      expect(before.label).toBeGreaterThan(220);
      expect(after.label).toBeLessThan(80);
      expect(Math.abs(after.table - before.table)).toBeLessThan(2);
    }
  });

  it('hides everything when looking for writing failed, and keeps the other stages', async () => {
    const file = await opened(drawnPixels({ width: 800, height: 600 }))
      .jpeg()
      .toBuffer();
    const { reading, forms } = await read(file, () => Promise.reject(new Error('no OCR today')));
    expect(reading.redaction).toEqual({ kind: 'whole', regions: [] });
    // Over the corner of the label, where navy met white.
    const corner = sharp(forms[0]!.bytes).extract({ left: 310, top: 235, width: 50, height: 40 }).greyscale();
    const shades = await corner.raw().toBuffer();
    expect(Math.max(...shades) - Math.min(...shades)).toBeLessThan(40);
    expect(reading.colors.map(({ name }) => name)).toEqual(['navy', 'white']);
    expect(reading.stages.map(({ stage }) => stage)).toEqual([
      'quality',
      'hashes',
      'colors',
      'descriptor',
      'redaction',
    ]);
    for (const use of reading.stages)
      expect(use).toMatchObject({ provider: 'local', milliseconds: expect.any(Number) });
  });
});

/** Mean light of the label, and of the table beside the item. */
async function meansOf(file: Buffer): Promise<{ label: number; table: number }> {
  const { width, height } = await sharp(file).metadata();
  const mean = async (left: number, top: number) => {
    const box = {
      left: Math.round(left * width),
      top: Math.round(top * height),
      width: Math.round(width / 12),
      height: Math.round(height / 16),
    };
    const { data } = await sharp(file).extract(box).greyscale().raw().toBuffer({ resolveWithObject: true });
    return data.reduce((sum, value) => sum + value, 0) / data.length;
  };
  return { label: await mean(0.48, 0.45), table: await mean(0.05, 0.05) };
}
