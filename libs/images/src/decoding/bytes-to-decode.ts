import type { Metadata } from 'sharp';

/** What decoding needs per pixel, as measured: least where a picture streams from its decoder into the encoder. */
const STREAMED = 1;
const HELD_WHOLE: Readonly<Record<string, number>> = { heif: 20, webp: 8 };
const IN_PASSES = 4;
/** To turn a picture it must be there as a whole. */
const TURNED = 2.5;

export function bytesToDecode({ width, height, format, isProgressive, orientation = 1 }: Metadata): number {
  const decoded = HELD_WHOLE[format] ?? (isProgressive ? IN_PASSES : STREAMED);
  return width * height * (decoded + (orientation === 1 ? 0 : TURNED));
}
