import type { GreyPixels } from '../../photo/pixels.ts';

/** Each edge divided by a whole number, each pixel the mean of those that it takes the place of. */
export function smaller({ width, height, data }: GreyPixels, by: number): GreyPixels {
  const small = { width: Math.floor(width / by), height: Math.floor(height / by) };
  const out = new Uint8Array(small.width * small.height);
  for (let y = 0; y < small.height; y += 1) {
    for (let x = 0; x < small.width; x += 1) {
      let sum = 0;
      for (let row = y * by; row < (y + 1) * by; row += 1) {
        for (let at = row * width + x * by; at < row * width + (x + 1) * by; at += 1) sum += data[at] ?? 0;
      }
      out[y * small.width + x] = sum / (by * by);
    }
  }
  return { ...small, data: out };
}
