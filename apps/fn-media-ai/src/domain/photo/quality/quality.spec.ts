import { describe, expect, it } from '@jest/globals';
import { type Drawing, drawnPhoto, type Rgb } from '../../../../test/photos/drawn-photo.ts';
import { qualityOf } from './quality.ts';

const hintsOf = (drawing: Drawing, edge?: number) => qualityOf(drawnPhoto({ noise: 3, ...drawing }, edge)).hints;
const grey = (shade: number): Rgb => [shade, shade, shade];
const print = { left: 0.3, top: 0.4, width: 0.3, height: 0.05, color: grey(40) };

describe('the quality of a photo', () => {
  it.each([
    ['in good light', {}],
    ['in rather little light', { light: 0.45 }],
    ['with the noise of a small camera', { noise: 12 }],
    ['in front of white', { background: grey(255) }],
    ['a white page with little print', { background: grey(250), shapes: [print] }],
    ['in front of black', { background: grey(8) }],
  ])('gives no advice about a thing %s', (_what, drawing) => {
    expect(hintsOf(drawing)).toEqual([]);
  });

  it.each([0.3, 0.2, 0.1, 0.05])('says that it is too dark with %d of the light, and nothing beside that', (light) => {
    expect(hintsOf({ light })).toEqual(['too_dark']);
  });

  it.each([140, 180])('says that it is overexposed when %d shades too light', (haze) => {
    expect(hintsOf({ haze })).toEqual(['overexposed']);
  });

  it('asks for a larger photo, by the file and not by what is left of it here', () => {
    expect(hintsOf({}, 500)).toEqual(['too_small']);
    expect(hintsOf({}, 640)).toEqual([]);
  });

  it('calls a photo of nothing blurred', () => {
    expect(hintsOf({ shapes: [] })).toEqual(['blurred']);
  });

  it('measures light, contrast and noise the more, the more there is of it', () => {
    const measured = (drawing: Drawing) => qualityOf(drawnPhoto(drawing)).quality;
    const exposures = [0.2, 0.5, 0.8, 1].map((light) => measured({ light }).exposure);
    const contrasts = [0.2, 0.5, 0.8, 1].map((light) => measured({ light }).contrast);
    const noises = [0, 3, 6, 12, 25].map((noise) => measured({ noise }).noise);
    for (const rising of [exposures, contrasts, noises]) expect(rising).toEqual(rising.toSorted((a, b) => a - b));
    expect(noises[0]).toBe(0);
    expect(noises[3]).toBeGreaterThan(0.25);
    for (const value of [...exposures, ...contrasts, ...noises]) expect(value).toBeLessThanOrEqual(1);
  });
});
