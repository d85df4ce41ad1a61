import { COLOR_WORDS, type ColorName } from './color-words.ts';
import { type Oklab, oklabOfHex } from './oklab.ts';

/** A hue that is off by a little is another colour; a lightness that is off by as much is the light. */
const LIGHTNESS_WEIGHT = 0.7;

const EXAMPLES: readonly (readonly [ColorName, Oklab])[] = (Object.keys(COLOR_WORDS) as ColorName[]).flatMap((name) =>
  COLOR_WORDS[name].like.map((hex) => [name, oklabOfHex(hex)] as const),
);

/** What people call it: the word of the nearest example. */
export function colorNameOf([lightness, a, b]: Oklab): ColorName {
  let best: ColorName = 'gray';
  let least = Infinity;
  for (const [name, [l, x, y]] of EXAMPLES) {
    const distance = ((lightness - l) * LIGHTNESS_WEIGHT) ** 2 + (a - x) ** 2 + (b - y) ** 2;
    if (distance < least) [best, least] = [name, distance];
  }
  return best;
}
