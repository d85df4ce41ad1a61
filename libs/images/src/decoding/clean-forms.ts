import { DomainError } from '@foundnow/kernel';
import sharp from 'sharp';
import type { Metadata, Sharp } from 'sharp';
import type { CleanImage, EncodedImage, Encodings, ImageForm } from '../clean-image.ts';
import type { ImageLimits } from '../image-limits.ts';
import type { ImageType } from '../image-type.ts';
import { damaged, tooManyPixels } from '../refusals.ts';
import { decode, type Pixels } from './pixels.ts';
import { upright } from './upright.ts';

const ORIGINAL = { quality: 88, optimiseCoding: false } as const;
const FORM = { quality: 80 } as const;
const FORMATS: Readonly<Record<ImageType, string>> = { jpeg: 'jpeg', png: 'png', webp: 'webp', avif: 'heif' };

/** Reads only what says how large it is. */
export async function examine(bytes: Buffer, type: ImageType, limits: ImageLimits): Promise<Metadata> {
  const facts = await sharp(bytes, { limitInputPixels: false }).metadata().catch(refuse);
  const { width, height, format, compression } = facts;
  if (width * height > limits.pixels || Math.max(width, height) > limits.edge) throw tooManyPixels(limits);
  if (format !== FORMATS[type] || (type === 'avif' && compression !== 'av1')) throw damaged();
  return facts;
}

/** The pixels, and once more what its decoder holds of a picture that comes in passes or all at once. */
export function bytesToDecode({ width, height, format, isProgressive }: Metadata): number {
  const isWhole = isProgressive || format === 'webp' || format === 'heif';
  return width * height * (isWhole ? 7 : 3);
}

/** Everything from one decoding: the peer of the benchmark decodes once per size. */
export async function cleanForms(
  bytes: Buffer,
  { orientation }: Metadata,
  limits: ImageLimits,
  encodings: Encodings,
): Promise<CleanImage> {
  const full = await decode(bytes, limits).catch(refuse);
  const original = encoded(upright(full.open(), orientation).jpeg(ORIGINAL));
  try {
    const forms = await smallerForms(full, orientation, encodings);
    return { original: await original, ...forms };
  } finally {
    // Whoever still reads the pixels must not find them gone.
    await original.catch(() => undefined);
    await full.free();
  }
}

async function smallerForms(full: Pixels, orientation: number | undefined, { edges, placeholderEdge }: Encodings) {
  const forms: ImageForm[] = [];
  let last = full;
  for (const edge of edges) {
    last = await last.within(edge);
    forms.push({ name: String(edge), ...(await encoded(upright(last.open(), orientation).jpeg(FORM))) });
  }
  const tiny = await last.within(placeholderEdge);
  return { forms, placeholder: await encoded(upright(tiny.open(), orientation).webp({ quality: 50 })) };
}

async function encoded(image: Sharp): Promise<EncodedImage> {
  const { data, info } = await image.toBuffer({ resolveWithObject: true });
  const contentType = info.format === 'webp' ? 'image/webp' : 'image/jpeg';
  return { bytes: data, contentType, width: info.width, height: info.height };
}

function refuse(error: unknown): never {
  throw error instanceof DomainError ? error : damaged(error);
}
