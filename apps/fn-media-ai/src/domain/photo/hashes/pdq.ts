import type { GreyPixels } from '../pixels.ts';
import { shrinkGrey } from '../shrink.ts';
import { smoothTwice } from './box-filter.ts';

/** PDQ as Meta published it (https://github.com/facebook/ThreatExchange/tree/main/pdq), to the last constant. */
export interface PdqHash {
  /** 256 bits, the last coefficient first. */
  readonly value: string;
  /** 0 to 100: how much there is to tell pictures apart by. */
  readonly quality: number;
}

/** Below it the published advice is to compare nothing. */
export const LEAST_PDQ_QUALITY = 50;
/** Of 256 bits, by the same advice. */
export const MOST_PDQ_DISTANCE = 31;

const MOST_EDGE = 512;
const GRID = 64;
const KEPT = 16;
const SMALLEST_QUALITY_STEP = 90;

const COSINES = Float64Array.from({ length: KEPT * GRID }, (_, at) => {
  const [frequency, place] = [Math.floor(at / GRID) + 1, at % GRID];
  return Math.sqrt(2 / GRID) * Math.cos((Math.PI / (2 * GRID)) * frequency * (2 * place + 1));
});

export function pdqOf(grey: GreyPixels): PdqHash {
  const isLarge = Math.max(grey.width, grey.height) > MOST_EDGE;
  const [width, height] = isLarge ? [MOST_EDGE, MOST_EDGE] : [grey.width, grey.height];
  const luma = isLarge ? shrinkGrey(grey, width, height) : Float32Array.from(grey.data);
  const grid = decimate(smoothTwice(luma, width, height, GRID), width, height);
  return { value: hexOf(coefficients(grid)), quality: qualityOf(grid) };
}

function decimate(luma: Float32Array, width: number, height: number): Float32Array {
  return Float32Array.from({ length: GRID * GRID }, (_, at) => {
    const y = Math.floor(((Math.floor(at / GRID) + 0.5) * height) / GRID);
    const x = Math.floor((((at % GRID) + 0.5) * width) / GRID);
    return luma[y * width + x] ?? 0;
  });
}

function qualityOf(grid: Float32Array): number {
  let steps = 0;
  const step = (one = 0, other = 0) => Math.abs(Math.trunc(((one - other) * 100) / 255));
  for (let y = 0; y < GRID; y += 1) {
    for (let x = 0; x < GRID; x += 1) {
      const at = y * GRID + x;
      if (y < GRID - 1) steps += step(grid[at], grid[at + GRID]);
      if (x < GRID - 1) steps += step(grid[at], grid[at + 1]);
    }
  }
  return Math.min(100, Math.trunc(steps / SMALLEST_QUALITY_STEP));
}

/** The sixteen lowest frequencies each way, without the mean. */
function coefficients(grid: Float32Array): Float64Array {
  return product(
    product(COSINES, KEPT, grid, (k, x) => k * GRID + x),
    KEPT,
    COSINES,
    (k, j) => j * GRID + k,
  );
}

/** Rows of 64 times a matrix of 64 rows, whose entries `at` finds. */
function product(
  left: Float64Array,
  rows: number,
  right: Float32Array | Float64Array,
  at: (k: number, j: number) => number,
) {
  const columns = right.length / GRID;
  return Float64Array.from({ length: rows * columns }, (_, cell) => {
    const [i, j] = [Math.floor(cell / columns), cell % columns];
    let sum = 0;
    for (let k = 0; k < GRID; k += 1) sum += (left[i * GRID + k] ?? 0) * (right[at(k, j)] ?? 0);
    return sum;
  });
}

function hexOf(values: Float64Array): string {
  const median = values.toSorted()[values.length / 2 - 1] ?? 0;
  let hex = '';
  for (let at = values.length - 4; at >= 0; at -= 4) {
    let digit = 0;
    for (let bit = 0; bit < 4; bit += 1) if ((values[at + bit] ?? 0) > median) digit |= 1 << bit;
    hex += digit.toString(16);
  }
  return hex;
}
