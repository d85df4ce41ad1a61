import { describe, expect, it } from '@jest/globals';
import type { GreyPixels } from '../../photo/pixels.ts';
import { textLinesIn } from './text-lines.ts';
import { lookThrough, placeIn, regionOf, turnedView } from './view.ts';

const [WIDTH, HEIGHT] = [400, 300];

/** Strokes of a pen four pixels wide: uneven posts, as letters are. */
function strokes(draw: (x: number, y: number) => boolean): GreyPixels {
  const data = new Uint8Array(WIDTH * HEIGHT).fill(200);
  for (let at = 0; at < data.length; at += 1) if (draw(at % WIDTH, Math.floor(at / WIDTH))) data[at] = 40;
  return { width: WIDTH, height: HEIGHT, data };
}

const letters = (x: number, y: number): boolean => {
  const [column, place] = [Math.floor(x / 20), x % 20];
  return column >= 3 && column < 15 && y >= 140 && y < 164 && place < 4 + (column % 5) * 2;
};

describe('where strokes look like writing', () => {
  it('is nowhere on an even surface', () => {
    expect(textLinesIn(strokes(() => false))).toEqual([]);
  });

  it('is a line of marks of one height', () => {
    const [line] = textLinesIn(strokes(letters));
    expect(line).toMatchObject({ letters: 12, lightOnDark: false, isEven: false });
    expect(line!.letterHeight).toBeGreaterThan(20);
    expect(line!.view.degrees).toBeCloseTo(0, 0);
  });

  it('is seen as well where the letters are lighter than what they stand on', () => {
    const { data, ...size } = strokes(letters);
    const [line] = textLinesIn({ ...size, data: data.map((value) => 240 - value) });
    expect(line).toMatchObject({ letters: 12, lightOnDark: true });
  });

  it('is found upright where lines climb the photo', () => {
    const [line] = textLinesIn(strokes((x, y) => letters(y + 40, x - 60)));
    expect(Math.abs(line!.view.degrees)).toBeCloseTo(90, -1);
  });

  it('is not where stones of one size lie apart', () => {
    const apart = strokes((x, y) => x % 100 < 12 && y % 100 < 12);
    expect(textLinesIn(apart)).toEqual([]);
  });
});

describe('a view of a photo', () => {
  it('shows the photo itself when nothing is turned', () => {
    const photo = strokes(letters);
    expect(lookThrough(photo, turnedView(photo, 0)).data).toEqual(photo.data);
  });

  it.each([0, 30, 90, 180])('turned by %d degrees leads back to where it was looked at', (degrees) => {
    const view = turnedView(strokes(letters), degrees);
    const middle = placeIn(view, view.width / 2, view.height / 2);
    expect([middle.x, middle.y]).toEqual([WIDTH / 2, HEIGHT / 2]);
  });

  it('gives regions in shares of the upright photo', () => {
    const photo = strokes(letters);
    const region = regionOf(turnedView(photo, 180), { left: 0, top: 0, right: 100, bottom: 30 }, photo);
    expect(region).toEqual({
      left: expect.closeTo(0.75),
      top: expect.closeTo(0.9),
      width: expect.closeTo(0.25),
      height: expect.closeTo(0.1),
    });
  });
});
