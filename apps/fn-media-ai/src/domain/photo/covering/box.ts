import type { Pixels } from '../pixels.ts';
import type { Region } from '../region.ts';

/** In whole pixels; right and bottom lie outside. */
export interface Box {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

type Size = Pick<Pixels, 'width' | 'height'>;

/** Of its shorter side: the ends of letters reach over the boxes that readers of text draw. */
const MARGIN = 0.35;
/** Of the longer edge of the picture: for what scaling smears, and no more than letters reach over. */
const LEAST_MARGIN = 0.004;
const MOST_MARGIN = 0.012;
const LEAST_PIXELS = 4;

export function boxOf({ left, top, width, height }: Region, of: Size): Box {
  return {
    left: Math.floor(left * of.width),
    top: Math.floor(top * of.height),
    right: Math.ceil((left + width) * of.width),
    bottom: Math.ceil((top + height) * of.height),
  };
}

export function widened({ left, top, right, bottom }: Box, { width, height }: Size): Box {
  const shorter = Math.min(right - left, bottom - top);
  const longer = Math.max(width, height);
  const wanted = Math.min(MOST_MARGIN * longer, Math.max(LEAST_MARGIN * longer, MARGIN * shorter));
  const margin = Math.ceil(Math.max(LEAST_PIXELS, wanted));
  return {
    left: Math.max(0, left - margin),
    top: Math.max(0, top - margin),
    right: Math.min(width, right + margin),
    bottom: Math.min(height, bottom + margin),
  };
}

export function isEmpty({ left, top, right, bottom }: Box): boolean {
  return right <= left || bottom <= top;
}
