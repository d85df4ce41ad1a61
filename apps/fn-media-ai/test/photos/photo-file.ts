import sharp from 'sharp';
import type { Sharp } from 'sharp';
import { DecodedPhoto } from '../../src/domain/photo/decoded-photo.ts';
import type { Pixels } from '../../src/domain/photo/pixels.ts';

export function opened({ width, height, data }: Pixels): Sharp {
  return sharp(data, { raw: { width, height, channels: 3 } });
}

export async function pixelsOf(image: Sharp): Promise<Pixels> {
  const { data, info } = await image.removeAlpha().raw().toBuffer({ resolveWithObject: true });
  return { width: info.width, height: info.height, data };
}

/** What comes back from a file. */
export async function reencoded(image: Sharp, quality: number): Promise<DecodedPhoto> {
  return photoOf(await pixelsOf(sharp(await image.jpeg({ quality }).toBuffer())));
}

export function photoOf(pixels: Pixels): DecodedPhoto {
  return new DecodedPhoto(pixels, pixels.width, pixels.height);
}
