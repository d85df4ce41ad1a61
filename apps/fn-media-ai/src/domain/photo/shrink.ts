import type { GreyPixels, Pixels } from './pixels.ts';

/** Each pixel is the mean of those it stands for: fine detail goes, nothing rings. */
export function shrinkGrey({ width, height, data }: GreyPixels, toWidth: number, toHeight: number): Float32Array {
  const columns = bounds(width, toWidth);
  const rows = bounds(height, toHeight);
  const means = new Float32Array(toWidth * toHeight);
  for (let y = 0; y < toHeight; y += 1) {
    const [top, bottom] = span(rows, y);
    for (let x = 0; x < toWidth; x += 1) {
      const [left, right] = span(columns, x);
      let sum = 0;
      for (let row = top; row < bottom; row += 1) {
        const from = row * width;
        for (let at = from + left; at < from + right; at += 1) sum += data[at] ?? 0;
      }
      means[y * toWidth + x] = sum / ((bottom - top) * (right - left));
    }
  }
  return means;
}

/** Never larger than it is. */
export function shrinkWithin(pixels: Pixels, edge: number): Pixels {
  const { width, height } = pixels;
  const scale = Math.min(1, edge / Math.max(width, height));
  return shrink(pixels, Math.max(1, Math.round(width * scale)), Math.max(1, Math.round(height * scale)));
}

function shrink({ width, height, data }: Pixels, toWidth: number, toHeight: number): Pixels {
  const columns = bounds(width, toWidth);
  const rows = bounds(height, toHeight);
  const small = new Uint8Array(toWidth * toHeight * 3);
  for (let y = 0; y < toHeight; y += 1) {
    const [top, bottom] = span(rows, y);
    for (let x = 0; x < toWidth; x += 1) {
      const [left, right] = span(columns, x);
      let [red, green, blue] = [0, 0, 0];
      for (let row = top; row < bottom; row += 1) {
        const end = (row * width + right) * 3;
        for (let at = (row * width + left) * 3; at < end; at += 3) {
          red += data[at] ?? 0;
          green += data[at + 1] ?? 0;
          blue += data[at + 2] ?? 0;
        }
      }
      const count = (bottom - top) * (right - left);
      const at = (y * toWidth + x) * 3;
      small[at] = Math.round(red / count);
      small[at + 1] = Math.round(green / count);
      small[at + 2] = Math.round(blue / count);
    }
  }
  return { width: toWidth, height: toHeight, data: small };
}

/** Where each of `parts` begins; one that would be empty shares a pixel with its neighbour. */
function bounds(length: number, parts: number): Uint32Array {
  return Uint32Array.from({ length: parts + 1 }, (_, part) => Math.floor((part * length) / parts));
}

function span(begins: Uint32Array, part: number): [number, number] {
  const from = begins[part] ?? 0;
  return [from, Math.max(from + 1, begins[part + 1] ?? 0)];
}
