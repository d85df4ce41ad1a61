import { itemWeights } from '../colors/item-weights.ts';
import { oklabOfPixels } from '../colors/oklab.ts';
import type { VisualVector } from '../photo-reading.ts';
import type { Pixels } from '../pixels.ts';
import { shrinkWithin } from '../shrink.ts';
import { colorAmounts, colorLayout } from './color-parts.ts';
import { edgeDirections, textureKinds } from './form-parts.ts';
import { joined } from './unit-vector.ts';

/** Another number when another vector comes out for the same photo. */
export const DESCRIPTOR_MODEL = 'look-1';
const EDGE = 96;

/**
 * What an item looks like, with no model to download: where which colours are, how much of each, where edges run which
 * way, and how fine its surface is. Finds the same thing photographed alike; it knows no things.
 */
export function descriptorOf(pixels: Pixels): VisualVector {
  const small = shrinkWithin(pixels, EDGE);
  const { width, height } = small;
  const lab = oklabOfPixels(small);
  const { weights } = itemWeights(lab, width, height);
  const look = { width, height, lab, weights };
  const parts = [
    { weight: 0.35, values: colorAmounts(look) },
    { weight: 0.25, values: colorLayout(look) },
    { weight: 0.25, values: edgeDirections(look) },
    { weight: 0.15, values: textureKinds(look) },
  ];
  return { model: DESCRIPTOR_MODEL, values: joined(parts) };
}
