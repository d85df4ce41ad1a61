import { colorGroups, type ColorGroup } from './color-groups.ts';
import type { Oklab } from './oklab.ts';

const RIM_SHARE = 0.05;
const RIM_GROUPS = 5;
/** A colour of the rim that is at least so much of a side is seen on that side. */
const SEEN_SHARE = 0.1;
/** Shadow and light change lightness more than hue. */
const LIGHTNESS_WEIGHT = 0.5;
const ALIKE = 0.055;
const FOCUS = 0.35;
const EDGE_WEIGHT = 0.2;

export interface ItemWeights {
  /** Of each pixel: 0 where it is background, most in the middle. */
  readonly weights: Float32Array;
  /** Part of the picture that is not background; null when item and background could not be told apart. */
  readonly itemShare: number | null;
}

/** Background is what looks like the rim and hangs together with it. */
export function itemWeights(lab: Float32Array, width: number, height: number): ItemWeights {
  const background = floodFromRim(lab, width, height, rimColors(lab, width, height));
  const itemShare = background.reduce((sum, isBackground) => sum + 1 - isBackground, 0) / background.length;
  // Next to nothing left over, or nothing taken away: the middle of the picture must do.
  const isTold = itemShare > 0.02 && itemShare < 0.97;
  const weights = new Float32Array(width * height);
  for (let pixel = 0; pixel < weights.length; pixel += 1) {
    const [x, y] = [pixel % width, Math.floor(pixel / width)];
    const away = ((x + 0.5) / width - 0.5) ** 2 + ((y + 0.5) / height - 0.5) ** 2;
    const focus = Math.exp(-away / (2 * FOCUS ** 2));
    weights[pixel] = isTold ? focus * inside(background, pixel, width) : focus ** 3;
  }
  return { weights, itemShare: isTold ? itemShare : null };
}

/** The seam of an item is of a colour mixed with its background. */
function inside(background: Uint8Array, pixel: number, width: number): number {
  if (background[pixel] === 1) return 0;
  const besides = [pixel - 1, pixel + 1, pixel - width, pixel + width];
  return besides.some((each) => background[each] === 1) ? EDGE_WEIGHT : 1;
}

/** An item reaches over one side, seldom over three. */
function rimColors(lab: Float32Array, width: number, height: number): Oklab[] {
  const sides = sidesOf(width, height);
  const whole = new Float32Array(width * height);
  for (const side of sides) for (const pixel of side) whole[pixel] = 1;
  const groups = colorGroups(lab, whole, RIM_GROUPS);
  const seen = new Map(groups.map((group) => [group, sides.filter((side) => isSeen(lab, side, group)).length]));
  const least = Math.min(3, Math.max(...seen.values()));
  return groups.filter((group) => (seen.get(group) ?? 0) >= least).map(({ center }) => center);
}

function sidesOf(width: number, height: number): number[][] {
  const rim = Math.max(1, Math.round(Math.min(width, height) * RIM_SHARE));
  const sides: number[][] = [[], [], [], []];
  for (let pixel = 0; pixel < width * height; pixel += 1) {
    const [x, y] = [pixel % width, Math.floor(pixel / width)];
    for (const [side, away] of [y, height - 1 - y, x, width - 1 - x].entries())
      if (away < rim) sides[side]?.push(pixel);
  }
  return sides;
}

function isSeen(lab: Float32Array, side: readonly number[], { center }: ColorGroup): boolean {
  const alike = side.filter((pixel) => isAlike(lab, pixel * 3, center)).length;
  return alike >= side.length * SEEN_SHARE;
}

function floodFromRim(lab: Float32Array, width: number, height: number, colors: readonly Oklab[]): Uint8Array {
  const background = new Uint8Array(width * height);
  const waiting: number[] = [];
  const look = (pixel: number) => {
    if (background[pixel] !== 0 || !colors.some((color) => isAlike(lab, pixel * 3, color))) return;
    background[pixel] = 1;
    waiting.push(pixel);
  };
  for (const side of sidesOf(width, height)) for (const pixel of side) look(pixel);
  for (let pixel = waiting.pop(); pixel !== undefined; pixel = waiting.pop()) {
    const x = pixel % width;
    if (x > 0) look(pixel - 1);
    if (x < width - 1) look(pixel + 1);
    if (pixel >= width) look(pixel - width);
    if (pixel < width * (height - 1)) look(pixel + width);
  }
  return background;
}

function isAlike(lab: Float32Array, at: number, [l, a, b]: Oklab): boolean {
  const lightness = ((lab[at] ?? 0) - l) * LIGHTNESS_WEIGHT;
  return lightness ** 2 + ((lab[at + 1] ?? 0) - a) ** 2 + ((lab[at + 2] ?? 0) - b) ** 2 < ALIKE ** 2;
}
