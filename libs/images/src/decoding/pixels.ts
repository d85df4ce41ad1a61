import sharp from 'sharp';
import type { OutputInfo, Sharp } from 'sharp';

/** Plain pixels in memory, from which any number of smaller forms are made. */
export class Pixels {
  private constructor(
    private readonly data: Buffer,
    private readonly info: OutputInfo,
  ) {}

  /** Never larger than it is. */
  static async within(edge: number, image: Sharp): Promise<Pixels> {
    const small = image.resize(edge, edge, { fit: 'inside', withoutEnlargement: true });
    const { data, info } = await small.raw({ depth: 'uchar' }).toBuffer({ resolveWithObject: true });
    return new Pixels(data, info);
  }

  open(): Sharp {
    const { width, height, channels } = this.info;
    return sharp(this.data, { raw: { width, height, channels } });
  }
}
