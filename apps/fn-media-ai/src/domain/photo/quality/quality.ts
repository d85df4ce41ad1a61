import type { DecodedPhoto } from '../decoded-photo.ts';
import type { PhotoQuality, QualityHint } from '../photo-reading.ts';
import { edgeWidthOf } from './edge-width.ts';
import { type Light, lightOf } from './light.ts';
import { noiseOf } from './noise.ts';

/** Found on rendered photos: where a label that can be read becomes one that cannot. */
const SHARP_EDGE = 2;
const BLURRED = 0.35;
const DARK = { mean: 0.2, highlight: 0.42 };
/** A white page has burnt spots too, but its print is dark. */
const OVEREXPOSED = { mean: 0.8, shadow: 0.45, burnt: 0.35 };
const SMALL = { longer: 640, shorter: 320 };
/** Shades of deviation that spoil everything. */
const WORST_NOISE = 25;
const LEAST_STEP = 16;

export interface MeasuredQuality {
  readonly quality: PhotoQuality;
  readonly hints: readonly QualityHint[];
}

export function qualityOf(photo: DecodedPhoto): MeasuredQuality {
  const light = lightOf(photo.grey);
  const noise = noiseOf(photo.grey);
  const range = (light.brightest - light.darkest) * 255;
  const edgeWidth = edgeWidthOf(photo.grey, Math.max(LEAST_STEP, 6 * noise, range / 5));
  const quality = {
    sharpness: Math.min(1, SHARP_EDGE / edgeWidth),
    exposure: light.mean,
    contrast: light.brightest - light.darkest,
    noise: Math.min(1, noise / WORST_NOISE),
  };
  return { quality, hints: hintsFor(photo, quality, light) };
}

function hintsFor(photo: DecodedPhoto, { sharpness }: PhotoQuality, light: Light): QualityHint[] {
  const { originalWidth: width, originalHeight: height } = photo;
  const isDark = light.mean < DARK.mean && light.highlight < DARK.highlight;
  const isBurnt = light.mean > OVEREXPOSED.mean && light.shadow > OVEREXPOSED.shadow && light.burnt > OVEREXPOSED.burnt;
  const isSmall = Math.max(width, height) < SMALL.longer || Math.min(width, height) < SMALL.shorter;
  // Without light there are no edges to be sharp: one advice at a time.
  const isBlurred = sharpness < BLURRED && !(sharpness === 0 && (isDark || isBurnt));
  const hints = { too_dark: isDark, blurred: isBlurred, too_small: isSmall, overexposed: isBurnt };
  return (Object.keys(hints) as (keyof typeof hints)[]).filter((hint) => hints[hint]);
}
