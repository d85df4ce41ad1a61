import type { GreyPixels } from '../../photo/pixels.ts';
import type { Region } from '../../photo/region.ts';
import type { Box } from './box.ts';

/** A turned rectangle of a photo: its middle, how far it is turned, its size there, and the scale it is looked at. */
export interface View {
  readonly x: number;
  readonly y: number;
  readonly degrees: number;
  readonly width: number;
  readonly height: number;
  readonly scale: number;
}

/** What one sees through a view, each pixel mixed from the four that it falls between. */
export function lookThrough(photo: GreyPixels, view: View): GreyPixels {
  const width = Math.max(1, Math.round(view.width * view.scale));
  const height = Math.max(1, Math.round(view.height * view.scale));
  const [cos, sin] = [cosine(view.degrees) / view.scale, sine(view.degrees) / view.scale];
  const data = new Uint8Array(width * height);
  const [lastX, lastY] = [photo.width - 1.001, photo.height - 1.001];
  for (let row = 0; row < height; row += 1) {
    const v = row + 0.5 - height / 2;
    for (let column = 0; column < width; column += 1) {
      const u = column + 0.5 - width / 2;
      const x = clamped(view.x + u * cos - v * sin - 0.5, lastX);
      const y = clamped(view.y + u * sin + v * cos - 0.5, lastY);
      const left = x | 0;
      const top = y | 0;
      const right = x - left;
      const down = y - top;
      const at = top * photo.width + left;
      const upper = (photo.data[at] ?? 0) * (1 - right) + (photo.data[at + 1] ?? 0) * right;
      const lower = (photo.data[at + photo.width] ?? 0) * (1 - right) + (photo.data[at + photo.width + 1] ?? 0) * right;
      data[row * width + column] = upper * (1 - down) + lower * down + 0.5;
    }
  }
  return { width, height, data };
}

/** Without Math, which is asked for at each pixel. */
function clamped(value: number, most: number): number {
  if (value < 0) return 0;
  return value > most ? most : value;
}

/** Where a place of the view lies in the photo. */
export function placeIn(view: View, column: number, row: number): { readonly x: number; readonly y: number } {
  const u = column / view.scale - view.width / 2;
  const v = row / view.scale - view.height / 2;
  const [cos, sin] = [cosine(view.degrees), sine(view.degrees)];
  return { x: view.x + u * cos - v * sin, y: view.y + u * sin + v * cos };
}

/** The smallest upright region, in shares of the photo, that has all of a box of the view in it. */
export function regionOf(view: View, box: Box, { width, height }: GreyPixels): Region {
  const corners = [
    placeIn(view, box.left, box.top),
    placeIn(view, box.right, box.top),
    placeIn(view, box.left, box.bottom),
    placeIn(view, box.right, box.bottom),
  ];
  const xs = corners.map(({ x }) => Math.min(Math.max(x / width, 0), 1));
  const ys = corners.map(({ y }) => Math.min(Math.max(y / height, 0), 1));
  const [left, top] = [Math.min(...xs), Math.min(...ys)];
  return { left, top, width: Math.max(...xs) - left, height: Math.max(...ys) - top };
}

/** The whole photo, turned so that lines in this direction are level. */
export function turnedView({ width, height }: GreyPixels, degrees: number): View {
  const [cos, sin] = [Math.abs(cosine(degrees)), Math.abs(sine(degrees))];
  return {
    x: width / 2,
    y: height / 2,
    degrees,
    width: width * cos + height * sin,
    height: width * sin + height * cos,
    scale: 1,
  };
}

/** Whether the middle of the one is seen through the other. */
export function isWithin(inner: View, outer: View): boolean {
  const [dx, dy] = [inner.x - outer.x, inner.y - outer.y];
  const u = dx * cosine(outer.degrees) + dy * sine(outer.degrees);
  const v = dy * cosine(outer.degrees) - dx * sine(outer.degrees);
  return Math.abs(u) < outer.width / 2 && Math.abs(v) < outer.height * 0.3;
}

function cosine(degrees: number): number {
  return Math.cos((degrees * Math.PI) / 180);
}

function sine(degrees: number): number {
  return Math.sin((degrees * Math.PI) / 180);
}
