import type { GreyPixels } from '../../photo/pixels.ts';
import { smaller } from './smaller.ts';
import type { TextLine } from './text-lines.ts';
import { lookThrough, type View } from './view.ts';

/** Height of letters that are read best. */
const LETTER = 30;
const LARGEST = 4;
/** No picture that is read has a longer edge. */
const LONGEST = 1_600;
const UNLIKE = 6;

export interface LinePicture {
  readonly pixels: GreyPixels;
  /** Through which the photo was looked at. */
  readonly view: View;
}

/** A line as a reader wants it: level, dark on light, letters of one height, and all the contrast there is. */
export function pictureOf(photo: GreyPixels, line: TextLine, upsideDown: boolean): LinePicture {
  const scale = Math.min(LETTER / line.letterHeight, LARGEST, LONGEST / line.view.width);
  const view = { ...line.view, degrees: line.view.degrees + (upsideDown ? 180 : 0), scale };
  const pixels = lookThrough(...shrunk(photo, view));
  return { view, pixels: stretched(pixels, line.lightOnDark) };
}

/** What is looked at from far away is averaged first. */
function shrunk(photo: GreyPixels, view: View): [GreyPixels, View] {
  const by = Math.floor(1 / view.scale);
  if (by < 2) return [photo, view];
  return [
    smaller(photo, by),
    {
      ...view,
      x: view.x / by,
      y: view.y / by,
      width: view.width / by,
      height: view.height / by,
      scale: view.scale * by,
    },
  ];
}

function stretched({ width, height, data }: GreyPixels, invert: boolean): GreyPixels {
  const [low, high] = darkAndLight(data);
  const factor = 255 / Math.max(UNLIKE, high - low);
  const shades = Uint8Array.from({ length: 256 }, (_, value) => {
    const wide = Math.min(255, Math.max(0, (value - low) * factor));
    return invert ? 255 - wide : wide;
  });
  const out = data.map((value) => shades[value] ?? 0);
  return { width, height, data: out };
}

/** All but the darkest and the lightest hundredth lie between. */
function darkAndLight(data: Uint8Array): [number, number] {
  const histogram = new Uint32Array(256);
  for (let at = 0; at < data.length; at += 1) {
    const value = data[at] ?? 0;
    histogram[value] = (histogram[value] ?? 0) + 1;
  }
  const share = data.length / 100;
  let low = 0;
  let high = 255;
  for (let sum = histogram[0] ?? 0; sum < share && low < 255; sum += histogram[low] ?? 0) low += 1;
  for (let sum = histogram[255] ?? 0; sum < share && high > 0; sum += histogram[high] ?? 0) high -= 1;
  return [low, high];
}
