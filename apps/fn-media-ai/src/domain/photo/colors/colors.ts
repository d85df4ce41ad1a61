import type { ColorShare } from '../photo-reading.ts';
import type { Pixels } from '../pixels.ts';
import { shrinkWithin } from '../shrink.ts';
import { colorGroups } from './color-groups.ts';
import { colorNameOf } from './color-name.ts';
import type { ColorName } from './color-words.ts';
import { itemWeights } from './item-weights.ts';
import { hexOfOklab, oklabOfPixels } from './oklab.ts';

const EDGE = 112;
const GROUPS = 7;
const LEAST_SHARE = 0.07;
const MOST_COLORS = 4;
/** Of the main colour, when item and background could be told apart, and when not. */
const TOLD = 0.85;
const GUESSED = 0.5;

export interface ItemColors {
  readonly colors: readonly (ColorShare & { readonly name: ColorName })[];
  readonly confidence: number;
}

/** The colours of the item, the main one first. */
export function colorsOf(pixels: Pixels): ItemColors {
  const small = shrinkWithin(pixels, EDGE);
  const lab = oklabOfPixels(small);
  const { weights, itemShare } = itemWeights(lab, small.width, small.height);
  const named = new Map<ColorName, number[]>();
  for (const { center, share } of colorGroups(lab, weights, GROUPS)) {
    const name = colorNameOf(center);
    const [sum = 0, l = 0, a = 0, b = 0] = named.get(name) ?? [];
    named.set(name, [sum + share, l + share * center[0], a + share * center[1], b + share * center[2]]);
  }
  const colors = [...named]
    .map(([name, [share = 1, l = 0, a = 0, b = 0]]) => ({
      name,
      share,
      hex: hexOfOklab([l / share, a / share, b / share]),
    }))
    .filter(({ share }) => share >= LEAST_SHARE)
    .sort((one, other) => other.share - one.share)
    .slice(0, MOST_COLORS);
  return { colors, confidence: itemShare === null ? GUESSED : TOLD };
}
