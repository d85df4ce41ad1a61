import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { busyDrawing, drawnPixels } from '../../../../test/photos/drawn-photo.ts';
import { seeded } from '../../../../test/photos/seeded.ts';
import type { Pixels } from '../pixels.ts';
import type { Region } from '../region.ts';
import { covered } from './cover.ts';

const share = fc.double({ min: 0, max: 1, noNaN: true });
const anyRegion = fc.record({ left: share, top: share, width: share, height: share });
const picture = drawnPixels(busyDrawing(4, { width: 96, height: 60 }));
const hide = (pixels: Pixels, regions: readonly Region[]) => covered(pixels, { kind: 'regions', regions });

describe('a photo with regions that must not be seen', () => {
  it('comes out the same whatever was written in a region: nothing of it is left', () => {
    fc.assert(
      fc.property(anyRegion, fc.integer(), (region, seed) => {
        const random = seeded(seed);
        const other = scribbled(picture, region, () => random() * 255);
        // Comparing two buffers is quick; comparing two arrays is not.
        expect(Buffer.compare(hide(other, [region]).data, hide(picture, [region]).data)).toBe(0);
      }),
      { numRuns: 100 },
    );
  });

  it('keeps everything that is not near a region', () => {
    const region = { left: 0.4, top: 0.4, width: 0.2, height: 0.2 };
    const near = { left: 0.25, top: 0.25, width: 0.5, height: 0.5 };
    const blackened = (pixels: Pixels) => scribbled(pixels, near, () => 0);
    expect(blackened(hide(picture, [region]))).toEqual(blackened(picture));
    expect(hide(picture, [region])).not.toEqual(picture);
  });

  it('is untouched itself, and the same when nothing is hidden', () => {
    const before = Uint8Array.from(picture.data);
    hide(picture, [{ left: 0, top: 0, width: 1, height: 1 }]);
    expect(picture.data).toEqual(before);
    expect(covered(picture, { kind: 'none', regions: [] })).toBe(picture);
  });

  it('takes regions that reach out of the picture or are empty', () => {
    const outside = { left: 0.9, top: -0.5, width: 0.5, height: 0.7 };
    const empty = { left: 1, top: 1, width: 0, height: 0 };
    expect(hide(picture, [outside, empty]).data).toHaveLength(picture.data.length);
  });
});

describe('a photo that is hidden whole', () => {
  it('keeps no more than the means of eight fields along its longer edge', () => {
    const random = seeded(9);
    const shuffled = withShuffledFields(picture, 12, random);
    const [one, other] = [picture, shuffled].map((each) => covered(each, { kind: 'whole', regions: [] }).data);
    expect(shuffled.data).not.toEqual(picture.data);
    expect(one).toEqual(other);
  });

  it('flows: no pixel differs much from the one beside it', () => {
    const { data, width } = covered(picture, { kind: 'whole', regions: [] });
    const steps = Array.from(data.subarray(3), (value, at) =>
      (at + 3) % (width * 3) < 3 ? 0 : Math.abs(value - data[at]!),
    );
    expect(Math.max(...steps)).toBeLessThan(20);
  });
});

function scribbled(pixels: Pixels, { left, top, width, height }: Region, ink: () => number): Pixels {
  const data = Uint8Array.from(pixels.data);
  for (let pixel = 0; pixel < pixels.width * pixels.height; pixel += 1) {
    const [x, y] = [(pixel % pixels.width) / pixels.width, Math.floor(pixel / pixels.width) / pixels.height];
    if (x < left || x >= left + width || y < top || y >= top + height) continue;
    for (let part = 0; part < 3; part += 1) data[pixel * 3 + part] = ink();
  }
  return { ...pixels, data };
}

/** Fields of 12 by 12 pixels (or what is left), each with the same pixels in another order. */
function withShuffledFields(pixels: Pixels, edge: number, random: () => number): Pixels {
  const data = Uint8Array.from(pixels.data);
  for (let y = 0; y < pixels.height; y += 1) {
    for (let x = 0; x < pixels.width; x += 1) {
      const rowsLeft = Math.min(edge, pixels.height - Math.floor(y / edge) * edge);
      const otherX = Math.floor(x / edge) * edge + Math.floor(random() * edge);
      const otherY = Math.floor(y / edge) * edge + Math.floor(random() * rowsLeft);
      for (let part = 0; part < 3; part += 1) {
        const [at, from] = [(y * pixels.width + x) * 3 + part, (otherY * pixels.width + otherX) * 3 + part];
        [data[at], data[from]] = [data[from]!, data[at]!];
      }
    }
  }
  return { ...pixels, data };
}
