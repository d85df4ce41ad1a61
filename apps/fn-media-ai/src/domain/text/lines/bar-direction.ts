import type { GreyPixels } from '../../photo/pixels.ts';

const CELL = 32;
/** Part of the change in a cell that goes in one direction. */
const ALONE = 0.75;
const STRONG = 900;
const FEWEST_CELLS = 5;
const STEP = 5;

/**
 * How far bars lie turned, in degrees from -45 to 45, where many fields of a photo change strongly and in one direction
 * alone; nothing where no bars are to be seen.
 */
export function barDirectionOf(photo: GreyPixels): number | undefined {
  const votes = new Map<number, number[]>();
  for (let top = 1; top + CELL < photo.height; top += CELL) {
    for (let left = 1; left + CELL < photo.width; left += CELL) {
      const degrees = directionIn(photo, left, top);
      if (degrees === undefined) continue;
      const step = Math.round(degrees / STEP);
      votes.set(step, [...(votes.get(step) ?? []), degrees]);
    }
  }
  const [most = []] = [...votes.values()].toSorted((a, b) => b.length - a.length);
  return most.length < FEWEST_CELLS ? undefined : most.reduce((sum, degrees) => sum + degrees, 0) / most.length;
}

/** The main axis of the structure tensor, a quarter turn counting as none. */
function directionIn({ width, data }: GreyPixels, left: number, top: number): number | undefined {
  let [xx, yy, xy] = [0, 0, 0];
  for (let y = top; y < top + CELL; y += 2) {
    for (let at = y * width + left; at < y * width + left + CELL; at += 2) {
      const dx = (data[at + 1] ?? 0) - (data[at - 1] ?? 0);
      const dy = (data[at + width] ?? 0) - (data[at - width] ?? 0);
      xx += dx * dx;
      yy += dy * dy;
      xy += dx * dy;
    }
  }
  const energy = xx + yy;
  if (energy / (CELL * CELL) < STRONG / 4 || Math.hypot(xx - yy, 2 * xy) < energy * ALONE) return undefined;
  const degrees = (Math.atan2(2 * xy, xx - yy) * 90) / Math.PI;
  return degrees - Math.round(degrees / 90) * 90;
}
