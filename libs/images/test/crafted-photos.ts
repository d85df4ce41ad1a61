import sharp from 'sharp';
import type { Sharp } from 'sharp';
import { drawing, encode, plainPhoto } from './drawn-photos.ts';

/** What stands in each place where a file can say something about its maker. */
export const SECRETS = {
  gps: '52/1 31/1 2945/100',
  artist: 'ARTIST-Ada-Lovelace',
  xmp: 'XMP-48.8583701-2.2944813',
  iptc: 'IPTC-Paris-Eiffel',
  comment: 'COMMENT-call-0612345678',
  thumbnail: 'THUMBNAIL-of-a-face',
} as const;

const XMP = `<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"><rdf:Description rdf:about="" xmlns:exif="http://ns.adobe.com/exif/1.0/" exif:GPSLatitude="${SECRETS.xmp}"/></rdf:RDF></x:xmpmeta>`;

/** A photo that tells where it was taken, by whom and with what, in every way its format has. */
export async function describedPhoto(as: 'jpeg' | 'png' | 'webp' | 'avif', orientation = 6): Promise<Buffer> {
  const image = drawing()
    .withExif({
      IFD0: { Artist: SECRETS.artist, Copyright: SECRETS.artist, Orientation: String(orientation) },
      IFD3: { GPSLatitudeRef: 'N', GPSLatitude: SECRETS.gps, GPSLongitudeRef: 'E', GPSLongitude: SECRETS.gps },
    })
    .withXmp(XMP)
    .withIccProfile('p3')
    .withMetadata({ orientation });
  const file = await encode(image, as);
  if (as === 'jpeg') return withJpegSegments(file);
  return as === 'png' ? withPngText(file) : file;
}

/** IPTC as Photoshop writes it, a comment, and a second EXIF block with a thumbnail: sharp writes none of these. */
function withJpegSegments(jpeg: Buffer): Buffer {
  const iptc = Buffer.concat([
    Buffer.from('Photoshop 3.0\u00008BIM\u0004\u0004\u0000\u0000\u0000\u0000\u0000', 'latin1'),
    Buffer.from([SECRETS.iptc.length + 5, 0x1c, 0x02, 0x5a, 0x00, SECRETS.iptc.length]),
    Buffer.from(SECRETS.iptc),
  ]);
  const thumbnail = Buffer.from(
    `Exif\u0000\u0000II*\u0000\u0008\u0000\u0000\u0000\u0000\u0000${SECRETS.thumbnail}`,
    'latin1',
  );
  const segments = [segment(0xed, iptc), segment(0xfe, Buffer.from(SECRETS.comment)), segment(0xe5, thumbnail)];
  return Buffer.concat([jpeg.subarray(0, 2), ...segments, jpeg.subarray(2)]);
}

function segment(marker: number, data: Buffer): Buffer {
  const head = Buffer.from([0xff, marker, 0, 0]);
  head.writeUInt16BE(data.length + 2, 2);
  return Buffer.concat([head, data]);
}

async function withPngText(png: Buffer): Promise<Buffer> {
  const data = Buffer.from(`tEXtComment\u0000${SECRETS.comment}`, 'latin1');
  const chunk = Buffer.alloc(data.length + 8);
  chunk.writeUInt32BE(data.length - 4, 0);
  data.copy(chunk, 4);
  const { crc32 } = await import('node:zlib');
  chunk.writeUInt32BE(crc32(data), chunk.length - 4);
  // Behind the header chunk, which is always the first and always as long.
  return Buffer.concat([png.subarray(0, 33), chunk, png.subarray(33)]);
}

export async function withTrailer(
  trailer: Buffer | string,
  as: 'jpeg' | 'png' | 'webp' | 'avif' = 'jpeg',
): Promise<Buffer> {
  return Buffer.concat([await plainPhoto({ as }), Buffer.from(trailer)]);
}

export async function animation(): Promise<Buffer> {
  const frames = await Promise.all(['#f00', '#0f0'].map((background) => solid(64, 64, background).png().toBuffer()));
  return sharp(frames, { join: { animated: true } })
    .webp({ loop: 0 })
    .toBuffer();
}

export function solid(width: number, height: number, background: string): Sharp {
  return sharp({ create: { width, height, channels: 3, background } });
}
