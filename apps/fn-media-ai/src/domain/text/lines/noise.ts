import type { GreyPixels } from '../../photo/pixels.ts';

/** Middle of what the second differences of neighbouring pixels show: texture and edges are too few to move it. */
export function noiseOf({ width, height, data }: GreyPixels): number {
  const histogram = new Uint32Array(1025);
  let counted = 0;
  for (let y = 1; y < height - 1; y += 3) {
    for (let at = y * width + 1; at < (y + 1) * width - 1; at += 3) {
      const difference =
        (data[at - 1] ?? 0) +
        (data[at + 1] ?? 0) +
        (data[at - width] ?? 0) +
        (data[at + width] ?? 0) -
        4 * (data[at] ?? 0);
      const size = difference < 0 ? -difference : difference;
      histogram[size] = (histogram[size] ?? 0) + 1;
      counted += 1;
    }
  }
  let below = 0;
  let middle = 0;
  while (middle < 1024 && below + (histogram[middle] ?? 0) < counted / 2) {
    below += histogram[middle] ?? 0;
    middle += 1;
  }
  return middle / 0.6745 / Math.sqrt(20);
}

/** Nine pixels become one: what noise alone has drawn goes. */
export function smoothed({ width, height, data }: GreyPixels): GreyPixels {
  const rows = new Uint16Array(width * height);
  for (let at = 1; at < rows.length - 1; at += 1)
    rows[at] = (data[at - 1] ?? 0) + (data[at] ?? 0) + (data[at + 1] ?? 0);
  const out = new Uint8Array(data);
  for (let at = width; at < rows.length - width; at += 1) {
    out[at] = ((rows[at - width] ?? 0) + (rows[at] ?? 0) + (rows[at + width] ?? 0)) / 9;
  }
  return { width, height, data: out };
}
