import { z } from 'zod';

/** A ten thousandth of a millimetre; PostgreSQL refuses to reckon with numbers that are next to nothing (1e-308). */
const NEXT_TO_NOTHING = 1e-9;

/** Degrees of latitude (up to 90) or longitude (up to 180). */
export const coordinate = (most: number) => z.number().min(-most).max(most).overwrite(settled);

export function settled(degrees: number): number {
  return Math.abs(degrees) < NEXT_TO_NOTHING ? 0 : degrees;
}
