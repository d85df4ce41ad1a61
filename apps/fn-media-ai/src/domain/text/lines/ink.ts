import type { GreyPixels } from '../../photo/pixels.ts';

export const DARK = 1;
export const LIGHT = 2;
const RADIUS = 18;
/** What shadows and grain make of a lit surface. */
const RELATIVE = 0.08;

/** Which pixels are darker, and which lighter, than what is round about them, by more than noise can make them. */
export function inkOf({ width, height, data }: GreyPixels, noise: number): Uint8Array {
  const sums = integralOf({ width, height, data });
  const ink = new Uint8Array(width * height);
  const least = Math.max(4, 3 * noise);
  const stride = width + 1;
  for (let y = 0; y < height; y += 1) {
    const above = Math.max(0, y - RADIUS) * stride;
    const below = Math.min(height, y + RADIUS + 1) * stride;
    const rows = (below - above) / stride;
    for (let x = 0; x < width; x += 1) {
      const before = x < RADIUS ? 0 : x - RADIUS;
      const after = x + RADIUS < width ? x + RADIUS + 1 : width;
      const sum =
        (sums[below + after] ?? 0) -
        (sums[below + before] ?? 0) -
        (sums[above + after] ?? 0) +
        (sums[above + before] ?? 0);
      const mean = sum / (rows * (after - before));
      const margin = mean * RELATIVE > least ? mean * RELATIVE : least;
      const value = data[y * width + x] ?? 0;
      if (value < mean - margin) ink[y * width + x] = DARK;
      else if (value > mean + margin) ink[y * width + x] = LIGHT;
    }
  }
  return ink;
}

function integralOf({ width, height, data }: GreyPixels): Uint32Array {
  const stride = width + 1;
  const sums = new Uint32Array(stride * (height + 1));
  for (let y = 0; y < height; y += 1) {
    let row = 0;
    const to = (y + 1) * stride + 1;
    for (let x = 0; x < width; x += 1) {
      row += data[y * width + x] ?? 0;
      sums[to + x] = (sums[to + x - stride] ?? 0) + row;
    }
  }
  return sums;
}
