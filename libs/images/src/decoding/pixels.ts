import sharp from 'sharp';
import type { OutputInfo, Sharp } from 'sharp';
import { giveBack } from '../buffer-pool.ts';
import type { ImageLimits } from '../image-limits.ts';

const SECONDS = 30;

/** The whole picture as it was taken, in sRGB, on white where it was transparent. */
export async function decode(bytes: Buffer, { pixels }: ImageLimits): Promise<Pixels> {
  const image = sharp(bytes, { limitInputPixels: pixels, failOn: 'error', sequentialRead: true })
    .timeout({ seconds: SECONDS })
    .flatten({ background: '#fff' })
    .toColourspace('srgb');
  return Pixels.of(image);
}

/** Plain pixels in memory, from which any number of forms are made. */
export class Pixels {
  private constructor(
    private readonly data: Buffer,
    private readonly info: OutputInfo,
  ) {}

  static async of(image: Sharp): Promise<Pixels> {
    const { data, info } = await image.raw({ depth: 'uchar' }).toBuffer({ resolveWithObject: true });
    return new Pixels(data, info);
  }

  open(): Sharp {
    const { width, height, channels } = this.info;
    return sharp(this.data, { raw: { width, height, channels } });
  }

  /** Never larger than it is. */
  async within(edge: number): Promise<Pixels> {
    return Pixels.of(this.open().resize(edge, edge, { fit: 'inside', withoutEnlargement: true }));
  }

  /** A hundred megabytes must not wait for the garbage collector; Node gives them back in its next turn. */
  async free(): Promise<void> {
    giveBack(this.data);
    for (let turn = 0; turn < 2; turn += 1) await new Promise((next) => setImmediate(next));
  }
}
