import { boxOf, type Look } from './look.ts';
import { centered, rooted } from './unit-vector.ts';

const GRID = 4;
const DIRECTIONS = 8;
/** Steps of lightness that are noise. */
const FLAT = 0.015;

/** Which way edges run in each of four by four fields of the item. */
export function edgeDirections(look: Look): Float32Array {
  const { left, top, right, bottom } = boxOf(look);
  const amounts = new Float32Array(GRID * GRID * DIRECTIONS);
  for (let y = Math.max(1, top); y < Math.min(bottom, look.height - 1); y += 1) {
    for (let x = Math.max(1, left); x < Math.min(right, look.width - 1); x += 1) {
      const across = lightness(look, x + 1, y) - lightness(look, x - 1, y);
      const down = lightness(look, x, y + 1) - lightness(look, x, y - 1);
      const steepness = Math.hypot(across, down);
      if (steepness < FLAT) continue;
      // Dark on light is the same edge as light on dark.
      const turn = ((Math.atan2(down, across) / Math.PI + 1) * DIRECTIONS) % DIRECTIONS;
      const [first, share] = [Math.floor(turn), turn - Math.floor(turn)];
      const field =
        Math.floor((GRID * (y - top)) / (bottom - top)) * GRID + Math.floor((GRID * (x - left)) / (right - left));
      add(amounts, field * DIRECTIONS + (first % DIRECTIONS), steepness * (1 - share));
      add(amounts, field * DIRECTIONS + ((first + 1) % DIRECTIONS), steepness * share);
    }
  }
  return centered(rooted(amounts));
}

/** How fine the surface is: the local patterns of a pixel and the eight around it, at two distances, however they are turned. */
export function textureKinds(look: Look): Float32Array {
  const kinds = new Float32Array(2 * 10);
  for (const [scale, reach] of [1, 3].entries()) {
    for (let y = reach; y < look.height - reach; y += 1) {
      for (let x = reach; x < look.width - reach; x += 1) {
        const weight = look.weights[y * look.width + x] ?? 0;
        if (weight > 0) add(kinds, scale * 10 + patternAt(look, x, y, reach), weight);
      }
    }
  }
  return centered(rooted(kinds));
}

/** 0 to 8: so many neighbours in one run are lighter; 9: they come in several runs. */
function patternAt(look: Look, x: number, y: number, reach: number): number {
  const here = lightness(look, x, y) + FLAT;
  let [lighter, changes] = [0, 0];
  let last = lightness(look, x - reach, y) > here;
  for (let turn = 0; turn < 8; turn += 1) {
    const is = lightness(look, x + reach * (AROUND_X[turn] ?? 0), y + reach * (AROUND_Y[turn] ?? 0)) > here;
    if (is) lighter += 1;
    if (is !== last) changes += 1;
    last = is;
  }
  return changes <= 2 ? lighter : 9;
}

const AROUND_X = [-1, 0, 1, 1, 1, 0, -1, -1] as const;
const AROUND_Y = [-1, -1, -1, 0, 1, 1, 1, 0] as const;

function lightness({ lab, width }: Look, x: number, y: number): number {
  return lab[(y * width + x) * 3] ?? 0;
}

function add(to: Float32Array, at: number, amount: number): void {
  to[at] = (to[at] ?? 0) + amount;
}
