import { emptyFile, heic, unknownType } from './refusals.ts';

export type ImageType = 'jpeg' | 'png' | 'webp' | 'avif';

/** What may be sent, as media types. */
export const IMAGE_TYPES = ['image/jpeg', 'image/png', 'image/webp', 'image/avif'] as const;

const PNG_SIGNATURE = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
const HEIC_BRAND = /^(?:hei[cmsx]|hev[cmsx]|mif1|msf1)$/;

/** By content alone: names and headers are whatever the sender wrote. */
export function imageTypeOf(bytes: Buffer): ImageType {
  if (bytes.length === 0) throw emptyFile();
  if (bytes[0] === 0xff && bytes[1] === 0xd8 && bytes[2] === 0xff) return 'jpeg';
  if (bytes.subarray(0, 8).equals(PNG_SIGNATURE)) return 'png';
  if (text(bytes, 0) === 'RIFF' && text(bytes, 8) === 'WEBP') return 'webp';
  if (text(bytes, 4) === 'ftyp') return typeByBrand(bytes);
  throw unknownType();
}

/** AVIF and HEIC are one container; the brands say which. */
function typeByBrand(bytes: Buffer): ImageType {
  const end = Math.min(bytes.readUInt32BE(0), bytes.length, 256);
  const brands = [text(bytes, 8)];
  for (let at = 16; at + 4 <= end; at += 4) brands.push(text(bytes, at));
  if (brands.includes('avif') || brands.includes('avis')) return 'avif';
  if (brands.some((brand) => HEIC_BRAND.test(brand))) throw heic();
  throw unknownType();
}

function text(bytes: Buffer, at: number): string {
  return bytes.toString('latin1', at, at + 4);
}
