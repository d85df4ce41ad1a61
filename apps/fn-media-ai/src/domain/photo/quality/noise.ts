import type { GreyPixels } from '../pixels.ts';

const TILES = 16;
/** Of the tiles from the smoothest to the roughest: there the roughness is noise, not what the picture shows. */
const SMOOTH_SHARE = 0.15;
const CLIPPED = 6;

/** Standard deviation of the noise in shades (J. Immerkær, Fast Noise Variance Estimation, 1996), where it is smooth. */
export function noiseOf(grey: GreyPixels): number {
  const deviations: number[] = [];
  for (let tile = 0; tile < TILES * TILES; tile += 1) {
    const deviation = deviationOf(grey, tile % TILES, Math.floor(tile / TILES));
    if (deviation !== undefined) deviations.push(deviation);
  }
  return deviations.sort((a, b) => a - b)[Math.floor(deviations.length * SMOOTH_SHARE)] ?? 0;
}

/** Nothing where the light is at an end of its range: noise is cut off there. */
function deviationOf({ width, height, data }: GreyPixels, column: number, row: number): number | undefined {
  const [left, right] = [Math.floor((column * width) / TILES), Math.floor(((column + 1) * width) / TILES)];
  const [top, bottom] = [Math.floor((row * height) / TILES), Math.floor(((row + 1) * height) / TILES)];
  let [sum, light, count] = [0, 0, 0];
  for (let y = Math.max(1, top); y < Math.min(bottom, height - 1); y += 2) {
    for (let x = Math.max(1, left); x < Math.min(right, width - 1); x += 2) {
      const at = y * width + x;
      const [above, below] = [at - width, at + width];
      const cross = (data[above] ?? 0) + (data[below] ?? 0) + (data[at - 1] ?? 0) + (data[at + 1] ?? 0);
      const corners = (data[above - 1] ?? 0) + (data[above + 1] ?? 0) + (data[below - 1] ?? 0) + (data[below + 1] ?? 0);
      sum += Math.abs(corners - 2 * cross + 4 * (data[at] ?? 0));
      light += data[at] ?? 0;
      count += 1;
    }
  }
  const mean = light / count;
  if (count === 0 || mean < CLIPPED || mean > 255 - CLIPPED) return undefined;
  return (Math.sqrt(Math.PI / 2) * sum) / (6 * count);
}
