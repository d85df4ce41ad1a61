import { assertNothingElse, damaged, examine, IMAGE_LIMITS, imageTypeOf } from '@foundnow/images/reading';
import sharp from 'sharp';
import { DecodedPhoto } from '../../domain/photo/decoded-photo.ts';

const LONGEST_EDGE = 1_600;
const SECONDS = 15;
/** An AVIF is decoded whole, and holds twenty bytes for each pixel while it is. */
const MOST_AVIF_PIXELS = 20_000_000;

/** The only decoding of a photo: a JPEG is scaled down while it is read. */
export async function decode(bytes: Buffer): Promise<DecodedPhoto> {
  const type = imageTypeOf(bytes);
  assertNothingElse(bytes, type);
  const limits = type === 'avif' ? { ...IMAGE_LIMITS, pixels: MOST_AVIF_PIXELS } : IMAGE_LIMITS;
  const { width, height, orientation = 1 } = await examine(bytes, type, limits);
  const { data, info } = await sharp(bytes, { limitInputPixels: limits.pixels, failOn: 'error', sequentialRead: true })
    .timeout({ seconds: SECONDS })
    .autoOrient()
    .resize(LONGEST_EDGE, LONGEST_EDGE, { fit: 'inside', withoutEnlargement: true })
    .flatten({ background: '#fff' })
    .toColourspace('srgb')
    .raw({ depth: 'uchar' })
    .toBuffer({ resolveWithObject: true })
    .catch(refuse);
  if (info.channels !== 3) throw damaged(`${info.channels} channels`);
  // From the fifth on a camera lay on its side.
  const [uprightWidth, uprightHeight] = orientation < 5 ? [width, height] : [height, width];
  return new DecodedPhoto({ width: info.width, height: info.height, data }, uprightWidth, uprightHeight);
}

function refuse(cause: unknown): never {
  throw damaged(cause);
}
