import type { PhotoHash } from '../photo-reading.ts';
import type { GreyPixels } from '../pixels.ts';
import { dhashOf, MOST_DHASH_DISTANCE } from './dhash.ts';
import { LEAST_PDQ_QUALITY, MOST_PDQ_DISTANCE, pdqOf } from './pdq.ts';

const MOST_DISTANCE: Readonly<Record<PhotoHash['algorithm'], number>> = {
  pdq: MOST_PDQ_DISTANCE,
  dhash: MOST_DHASH_DISTANCE,
};

/** A picture with next to nothing in it has none: every such picture would be the same photo. */
export function hashesOf(grey: GreyPixels): PhotoHash[] {
  const { value, quality } = pdqOf(grey);
  if (quality < LEAST_PDQ_QUALITY) return [];
  return [
    { algorithm: 'pdq', value },
    { algorithm: 'dhash', value: dhashOf(grey) },
  ];
}

/** Whether two hashes of one algorithm come from one photo. */
export function isSamePhoto(one: PhotoHash, other: PhotoHash): boolean {
  return one.algorithm === other.algorithm && hammingDistance(one.value, other.value) <= MOST_DISTANCE[one.algorithm];
}

/** In how many bits two hex strings of one length differ. */
export function hammingDistance(one: string, other: string): number {
  let bits = 0;
  for (let at = 0; at < Math.max(one.length, other.length); at += 1) {
    const different = parseInt(one[at] ?? '0', 16) ^ parseInt(other[at] ?? '0', 16);
    for (let rest = different; rest > 0; rest &= rest - 1) bits += 1;
  }
  return bits;
}
