import type { GreyPixels } from '../pixels.ts';

const EVERY = 4;
/** How far an edge is looked at in both directions; one that is wider is none. */
const REACHES = [2, 4, 8, 12] as const;
const REACH = 12;
/** Widths are counted in quarters of a pixel. */
const FINENESS = 4;
const WIDEST = 64;
/**
 * Edges count by the square of their step: blur takes more from thin strokes than from the rim of a thing. The sharpest
 * tenth of it all tells what is in focus: a blurred background is no fault.
 */
const SHARPEST_SHARE = 0.1;
/** Forty faint edges. */
const LEAST_WEIGHT = 10_000;

/**
 * Over how many pixels the sharpest edges go from dark to light: the whole step divided by its steepest part. Unlike
 * the variance of a Laplacian it depends neither on contrast nor on how much there is to see, and noise does not feign it.
 *
 * @param leastStep Steps in shades that are not noise.
 * @returns Infinity where there is no edge.
 */
export function edgeWidthOf(grey: GreyPixels, leastStep: number): number {
  const { width, height, data } = grey;
  const widths = new Float64Array(WIDEST * FINENESS + 1);
  const line = new Float32Array(Math.max(width, height));
  for (let y = 1; y < height - 1; y += EVERY) {
    // Three lines together: a third of the noise goes, and nothing of the edges across them.
    for (let x = 0, at = y * width; x < width; x += 1, at += 1) {
      line[x] = ((data[at - width] ?? 0) + (data[at] ?? 0) + (data[at + width] ?? 0)) / 3;
    }
    countEdges(line.subarray(0, width), leastStep, widths);
  }
  for (let x = 1; x < width - 1; x += EVERY) {
    for (let y = 0, at = x; y < height; y += 1, at += width) {
      line[y] = ((data[at - 1] ?? 0) + (data[at] ?? 0) + (data[at + 1] ?? 0)) / 3;
    }
    countEdges(line.subarray(0, height), leastStep, widths);
  }
  return sharpestOf(widths);
}

function countEdges(line: Float32Array, leastStep: number, widths: Float64Array): void {
  const steepEnough = leastStep / WIDEST;
  let before = 0;
  let slope = Math.abs((line[REACH + 1] ?? 0) - (line[REACH - 1] ?? 0));
  for (let x = REACH; x < line.length - REACH; x += 1) {
    const after = Math.abs((line[x + 2] ?? 0) - (line[x] ?? 0));
    if (slope > steepEnough && slope >= before && slope > after) {
      const step = stepAt(line, x);
      if (step > leastStep) {
        const bin = Math.min(WIDEST * FINENESS, Math.round((2 * step * FINENESS) / slope));
        widths[bin] = (widths[bin] ?? 0) + step * step;
      }
    }
    before = slope;
    slope = after;
  }
}

function stepAt(line: Float32Array, x: number): number {
  let most = 0;
  for (const reach of REACHES) most = Math.max(most, Math.abs((line[x + reach] ?? 0) - (line[x - reach] ?? 0)));
  return most;
}

function sharpestOf(widths: Float64Array): number {
  const total = widths.reduce((sum, count) => sum + count, 0);
  if (total < LEAST_WEIGHT) return Infinity;
  let passed = 0;
  return widths.findIndex((count) => (passed += count) >= total * SHARPEST_SHARE) / FINENESS;
}
