import { boxOf, type Look } from './look.ts';
import { rooted } from './unit-vector.ts';

const LIGHTNESS_BINS = 4;
const PLANE_BINS = 6;
/** Of a and b; few things are more colourful. */
const PLANE_REACH = 0.24;
const GRID = 4;

/** How much of the item has which colour; each pixel counts for the bins around it, so that a shade off changes little. */
export function colorAmounts({ lab, weights }: Look): Float32Array {
  const amounts = new Float32Array(LIGHTNESS_BINS * PLANE_BINS * PLANE_BINS);
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  for (let pixel = 0; pixel < weights.length; pixel += 1) {
    const weight = (weights[pixel] ?? 0) / total;
    if (weight === 0) continue;
    const places = [
      shared((lab[pixel * 3] ?? 0) * (LIGHTNESS_BINS - 1), LIGHTNESS_BINS),
      shared(planeOf(lab[pixel * 3 + 1]), PLANE_BINS),
      shared(planeOf(lab[pixel * 3 + 2]), PLANE_BINS),
    ] as const;
    for (const [l, lightness] of places[0]) {
      for (const [a, redness] of places[1]) {
        for (const [b, yellowness] of places[2]) {
          const bin = (l * PLANE_BINS + a) * PLANE_BINS + b;
          amounts[bin] = (amounts[bin] ?? 0) + weight * lightness * redness * yellowness;
        }
      }
    }
  }
  return rooted(amounts);
}

/** Which colour is where on the item: the means of four by four fields. */
export function colorLayout(look: Look): Float32Array {
  const { left, top, right, bottom } = boxOf(look);
  const sums = new Float32Array(GRID * GRID * 4);
  for (let y = top; y < bottom; y += 1) {
    for (let x = left; x < right; x += 1) {
      const pixel = y * look.width + x;
      const [row, column] = [
        Math.floor((GRID * (y - top)) / (bottom - top)),
        Math.floor((GRID * (x - left)) / (right - left)),
      ];
      const at = (row * GRID + column) * 4;
      const weight = (look.weights[pixel] ?? 0) + 1e-6;
      for (let part = 0; part < 3; part += 1)
        sums[at + part] = (sums[at + part] ?? 0) + weight * (look.lab[pixel * 3 + part] ?? 0);
      sums[at + 3] = (sums[at + 3] ?? 0) + weight;
    }
  }
  const fields = Array.from({ length: GRID * GRID }, (_, field) => [...sums.subarray(field * 4, field * 4 + 4)]);
  const mean = ([l = 0, a = 0, b = 0, weight = 0]: number[]) =>
    weight > 0 ? [l / weight - 0.5, (3 * a) / weight, (3 * b) / weight] : [0, 0, 0];
  return Float32Array.from(fields.flatMap(mean));
}

function planeOf(value = 0): number {
  return ((value + PLANE_REACH) / (2 * PLANE_REACH)) * (PLANE_BINS - 1);
}

/** Between two bins, in shares. */
function shared(place: number, bins: number): [bin: number, share: number][] {
  const within = Math.min(bins - 1, Math.max(0, place));
  const below = Math.min(bins - 2, Math.floor(within));
  return [
    [below, below + 1 - within],
    [below + 1, within - below],
  ];
}
