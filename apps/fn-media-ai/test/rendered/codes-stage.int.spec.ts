import { describe, expect, it } from '@jest/globals';
import { DecodedPhoto } from '../../src/domain/photo/decoded-photo.ts';
import { CodesStage } from '../../src/outbound/reader/stages/codes-stage.ts';

/** EAN-13 4006381333931, bar by bar: each digit of seven modules, guards between. */
const BARS = '10100011010100111010111101111010001001011001101010100001010000101000010111010010000101100110101';

function photoOf(bars: string, module = 4): DecodedPhoto {
  const [width, height] = [(bars.length + 40) * module, 300];
  const data = new Uint8Array(width * height * 3).fill(235);
  for (let y = 60; y < 240; y += 1) {
    for (let x = 0; x < bars.length * module; x += 1) {
      if (bars.charAt(Math.floor(x / module)) !== '1') continue;
      const at = (y * width + 20 * module + x) * 3;
      data.fill(25, at, at + 3);
    }
  }
  return new DecodedPhoto({ width, height, data }, width, height);
}

describe('reading bars', () => {
  it('gives value, kind and place of a code', async () => {
    const { finding } = await new CodesStage().read(photoOf(BARS));
    expect(finding).toEqual([expect.objectContaining({ format: 'EAN13', value: '4006381333931' })]);
    expect(finding[0]!.region.left).toBeGreaterThan(0.1);
    expect(finding[0]!.region.left + finding[0]!.region.width).toBeLessThan(0.9);
  });

  it('finds none where there is none', async () => {
    expect((await new CodesStage().read(photoOf(''))).finding).toEqual([]);
  });
});
