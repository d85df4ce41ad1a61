import { DomainError } from '@foundnow/kernel';
import sharp from 'sharp';
import type { Metadata, Sharp } from 'sharp';
import type { CleanImage, EncodedImage, Encodings, ImageForm } from '../clean-image.ts';
import type { ImageLimits } from '../image-limits.ts';
import type { ImageType } from '../image-type.ts';
import { damaged, tooManyPixels } from '../refusals.ts';
import { Pixels } from './pixels.ts';
import { isSrgbProfile } from './srgb-profile.ts';

const ORIGINAL = { quality: 88, optimiseCoding: false } as const;
const FORM = { quality: 80 } as const;
const SECONDS = 30;
const FORMATS: Readonly<Record<ImageType, string>> = { jpeg: 'jpeg', png: 'png', webp: 'webp', avif: 'heif' };

/** Reads only what says how large it is. */
export async function examine(bytes: Buffer, type: ImageType, limits: ImageLimits): Promise<Metadata> {
  const facts = await sharp(bytes, { limitInputPixels: false }).metadata().catch(refuse);
  const { width, height, format, compression } = facts;
  if (width * height > limits.pixels || Math.max(width, height) > limits.edge) throw tooManyPixels(limits);
  if (format !== FORMATS[type] || (type === 'avif' && compression !== 'av1')) throw damaged();
  return facts;
}

/**
 * The file is decoded once, whole, straight into the clean original: its pixels never lie in memory as such. All smaller
 * forms come from one decoding of that, which at a fraction of its size is cheap.
 */
export async function cleanForms(
  bytes: Buffer,
  facts: Metadata,
  limits: ImageLimits,
  encodings: Encodings,
): Promise<CleanImage> {
  const original = await encoded(whole(bytes, facts, limits).jpeg(ORIGINAL)).catch(refuse);
  return { original, ...(await smallerForms(original, encodings)) };
}

/** Upright, in sRGB, on white where it was transparent. */
function whole(bytes: Buffer, { icc }: Metadata, { pixels }: ImageLimits): Sharp {
  const ignoreIcc = icc !== undefined && isSrgbProfile(icc);
  return sharp(bytes, { limitInputPixels: pixels, failOn: 'error', sequentialRead: true, ignoreIcc })
    .timeout({ seconds: SECONDS })
    .autoOrient()
    .flatten({ background: '#fff' })
    .toColourspace('srgb');
}

async function smallerForms({ bytes }: EncodedImage, { edges, placeholderEdge }: Encodings) {
  const forms: ImageForm[] = [];
  let last: Pixels | undefined;
  for (const edge of edges) {
    last = await Pixels.within(edge, last?.open() ?? sharp(bytes, { sequentialRead: true }));
    forms.push({ name: String(edge), ...(await encoded(last.open().jpeg(FORM))) });
  }
  const tiny = await Pixels.within(placeholderEdge, last?.open() ?? sharp(bytes, { sequentialRead: true }));
  return { forms, placeholder: await encoded(tiny.open().webp({ quality: 50 })) };
}

async function encoded(image: Sharp): Promise<EncodedImage> {
  const { data, info } = await image.toBuffer({ resolveWithObject: true });
  const contentType = info.format === 'webp' ? 'image/webp' : 'image/jpeg';
  return { bytes: data, contentType, width: info.width, height: info.height };
}

function refuse(error: unknown): never {
  throw error instanceof DomainError ? error : damaged(error);
}
