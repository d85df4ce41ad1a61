import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import sharp from 'sharp';
import { seededRandom } from '../harness/seeded-random.ts';

export const FORMATS = ['jpeg', 'png', 'webp', 'avif'] as const;
export type Format = (typeof FORMATS)[number];

interface Drawn {
  readonly format: Format;
  readonly width: number;
  readonly height: number;
  readonly quality?: number;
  /** As a phone that was held upright writes it, with the colour profile that goes along. */
  readonly orientation?: number;
}

/** What phones make, of some 10 MB each and mostly held upright, and one of each other format that is taken. */
const PHOTOS: readonly Drawn[] = [
  { format: 'jpeg', width: 5600, height: 4200, quality: 93 },
  { format: 'avif', width: 3200, height: 2400, quality: 98 },
  { format: 'jpeg', width: 5600, height: 4200, quality: 93, orientation: 6 },
  { format: 'jpeg', width: 4000, height: 3000, quality: 99 },
  { format: 'webp', width: 4000, height: 3000, quality: 99 },
  { format: 'jpeg', width: 4624, height: 3468, quality: 97, orientation: 6 },
  { format: 'png', width: 5000, height: 3750 },
  { format: 'jpeg', width: 4000, height: 3000, quality: 99, orientation: 6 },
];

export interface DrawnFile {
  readonly format: Format;
  readonly path: string;
}

/** Pictures with the detail of a real one, from a fixed seed. */
export async function drawPhotos(folder: string): Promise<DrawnFile[]> {
  const files: DrawnFile[] = [];
  for (const [index, photo] of PHOTOS.entries()) {
    const path = join(folder, `${index}.${photo.format}`);
    await writeFile(path, await draw(photo, index));
    files.push({ format: photo.format, path });
  }
  return files;
}

async function draw({ format, width, height, quality = 90, orientation }: Drawn, seed: number): Promise<Buffer> {
  const tile = 700;
  const random = seededRandom(seed + 1);
  const grain = Buffer.alloc(tile * tile * 3);
  for (let at = 0; at < grain.length; at += 1) grain[at] = 60 + Math.floor(random() * 136);
  const raw = { width: tile, height: tile, channels: 3 as const };
  const texture = await sharp(grain, { raw }).blur(0.9).png({ compressionLevel: 1 }).toBuffer();
  const photo = sharp({ create: { width, height, channels: 3, background: '#777' } })
    .composite([{ input: texture, tile: true }])
    .removeAlpha();
  const turned = orientation === undefined ? photo : photo.withMetadata({ orientation });
  const encoded = {
    jpeg: () => turned.jpeg({ quality }),
    png: () => turned.png({ compressionLevel: 3 }),
    webp: () => turned.webp({ quality, effort: 0 }),
    avif: () => turned.avif({ quality, effort: 0 }),
  };
  return encoded[format]().toBuffer();
}
