import { DecodedPhoto } from '../../src/domain/photo/decoded-photo.ts';
import type { Pixels } from '../../src/domain/photo/pixels.ts';
import { seeded } from './seeded.ts';

export type Rgb = readonly [red: number, green: number, blue: number];

/** A rectangle with round corners, in shares of the picture. */
export interface Shape {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
  readonly color: Rgb;
}

export interface Drawing {
  readonly width?: number;
  readonly height?: number;
  readonly background?: Rgb;
  readonly shapes?: readonly Shape[];
  /** Times the light: 1 as drawn. */
  readonly light?: number;
  /** Added to the light, in shades. */
  readonly haze?: number;
  /** Standard deviation of the noise, in shades. */
  readonly noise?: number;
}

// Globals are slow to look up in a test.
const { ceil, floor, max, min, round } = Math;

const WHOLE = { left: 0, top: 0, width: 1, height: 1 };
export const LABEL: Shape = { left: 0.42, top: 0.42, width: 0.2, height: 0.12, color: [240, 238, 230] };
export const ITEM: Shape = { left: 0.25, top: 0.25, width: 0.5, height: 0.5, color: [27, 42, 73] };

/** A thing with a label on a table, drawn point by point: no library and no font changes what it shows. */
export function drawnPixels(drawing: Drawing = {}): Pixels {
  const { width = 480, height = 360, background = [200, 176, 140], shapes = [ITEM, LABEL] } = drawing;
  const { light = 1, haze = 0, noise = 0 } = drawing;
  const data = new Uint8ClampedArray(width * height * 3);
  for (const shape of [{ ...WHOLE, color: background }, ...shapes]) {
    const color = shape.color.map((value) => value * light + haze);
    for (let y = max(0, floor(shape.top * height)); y < min(height, (shape.top + shape.height) * height); y += 1) {
      const down = ((y / height - shape.top) / shape.height - 0.5) * 2;
      // The corners are round: |x|⁸ + |y|⁸ < 1.
      const half = shapes.includes(shape) ? (1 - down ** 8) ** 0.125 : 1;
      const middle = (shape.left + shape.width / 2) * width;
      const reach = (half * shape.width * width) / 2;
      for (let x = max(0, ceil(middle - reach)); x < min(width, middle + reach); x += 1) {
        data.set(color, (y * width + x) * 3);
      }
    }
  }
  if (noise > 0) addNoise(data, noise);
  return { width, height, data: new Uint8Array(data.buffer) };
}

function addNoise(data: Uint8ClampedArray, deviation: number): void {
  const random = seeded(data.length);
  for (let at = 0; at < data.length; at += 1) {
    data[at] = data[at]! + (random() + random() + random() + random() - 2) * 1.732 * deviation;
  }
}

/** The longest edge of the file was `originalEdge`. */
export function drawnPhoto(drawing: Drawing = {}, originalEdge = 4_000): DecodedPhoto {
  const pixels = drawnPixels(drawing);
  const scale = originalEdge / max(pixels.width, pixels.height);
  return new DecodedPhoto(pixels, round(pixels.width * scale), round(pixels.height * scale));
}

/** Something to be seen everywhere, another thing for each seed. */
export function busyDrawing(seed: number, size: Pick<Drawing, 'width' | 'height'> = {}): Drawing {
  const random = seeded(seed);
  const color = (): Rgb => [random() * 255, random() * 255, random() * 255];
  const shapes = Array.from({ length: 30 }, () => ({
    left: random() * 0.9 - 0.1,
    top: random() * 0.9 - 0.1,
    width: 0.05 + random() * 0.4,
    height: 0.05 + random() * 0.4,
    color: color(),
  }));
  return { ...size, background: color(), shapes };
}
