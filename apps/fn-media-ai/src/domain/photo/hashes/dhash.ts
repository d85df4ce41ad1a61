import type { GreyPixels } from '../pixels.ts';
import { shrinkGrey } from '../shrink.ts';

const EDGE = 16;
/** Of 256 bits. */
export const MOST_DHASH_DISTANCE = 24;

/** Shades: on an even surface noise alone would decide. */
const LEAST_STEP = 1;

/** Whether the light grows from each of 16 by 17 fields to the one at its right: 256 bits, row by row. */
export function dhashOf(grey: GreyPixels): string {
  const fields = shrinkGrey(grey, EDGE + 1, EDGE);
  let hex = '';
  for (let at = 0; at < EDGE * EDGE; at += 4) {
    let digit = 0;
    for (let bit = 0; bit < 4; bit += 1) {
      const field = at + bit + Math.floor(at / EDGE);
      digit = digit * 2 + ((fields[field + 1] ?? 0) > (fields[field] ?? 0) + LEAST_STEP ? 1 : 0);
    }
    hex += digit.toString(16);
  }
  return hex;
}
