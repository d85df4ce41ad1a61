import { hostileFiles } from '@foundnow/images/testing';
import sharp from 'sharp';
import { busyDrawing, drawnPixels } from '../photos/drawn-photo.ts';
import { opened } from '../photos/photo-file.ts';
import { seeded } from '../photos/seeded.ts';

const { floor } = Math;

/** Small photos in every format and way of writing it that is read. */
export async function wholeFiles(): Promise<Buffer[]> {
  const picture = () => opened(drawnPixels(busyDrawing(1, { width: 96, height: 72 })));
  const described = { IFD0: { Artist: 'somebody', Orientation: '6' } };
  return Promise.all([
    picture().jpeg().toBuffer(),
    picture().jpeg({ progressive: true }).withExif(described).toBuffer(),
    picture().toColourspace('cmyk').jpeg().toBuffer(),
    picture().greyscale().jpeg().toBuffer(),
    picture().png().toBuffer(),
    picture().png({ palette: true }).toBuffer(),
    picture().toColourspace('rgb16').png().toBuffer(),
    picture().webp().toBuffer(),
    picture().ensureAlpha(0.5).webp({ lossless: true }).toBuffer(),
    picture().avif({ effort: 0 }).toBuffer(),
  ]);
}

/** What is no photo, or says that it is larger than it can be. */
export async function otherFiles(): Promise<Buffer[]> {
  const svg = '<svg xmlns="http://www.w3.org/2000/svg" width="90000" height="90000"/>';
  const small = () => sharp({ create: { width: 8, height: 8, channels: 3, background: '#888' } });
  return [
    ...['', '\u00ff\u00d8\u00ff', 'RIFF\0\0\0\0WEBP', '%PDF-1.7', 'GIF89a', svg, '\0'.repeat(5_000)].map(binary),
    binary('\u0089PNG\r\n\u001a\n'),
    binary('\0\0\0\u0018ftypavif\0\0\0\0mif1avif'),
    hostileFiles.pngBomb(60_000, 60_000),
    hostileFiles.pngBomb(19_999, 1_999),
    hostileFiles.pngBomb(1, 20_000),
    hostileFiles.zipFile(),
    Buffer.alloc(9 * 1024 * 1024, 0xff),
    await small().tiff().toBuffer(),
    await small().gif().toBuffer(),
  ];
}

/** The `n`th way to break a file: the same for the same number. */
export function mutated(file: Buffer, n: number): Buffer {
  const random = seeded(n * 7_919);
  const within = (length: number) => floor(random() * length);
  const broken = Buffer.from(file);
  const ways = [
    () => broken.subarray(0, within(file.length)),
    () => withFlips(broken, 1 + within(4), () => within(file.length)),
    () => withFlips(broken, 40, () => within(file.length)),
    // The first bytes say what the rest is: sizes, tables, counts.
    () => withFlips(broken, 1 + within(3), () => within(Math.min(200, file.length))),
    () => broken.fill(within(256), within(file.length), within(file.length)),
    () => Buffer.concat([broken.subarray(0, within(file.length)), broken.subarray(within(file.length))]),
    () => Buffer.concat([broken, broken.subarray(within(file.length))]),
  ];
  return ways[n % ways.length]!();
}

function withFlips(file: Buffer, flips: number, place: () => number): Buffer {
  for (let flip = 0; flip < flips; flip += 1) {
    const at = place();
    file[at] = file[at]! ^ (1 << (place() & 7));
  }
  return file;
}

function binary(text: string): Buffer {
  return Buffer.from(text, 'latin1');
}
