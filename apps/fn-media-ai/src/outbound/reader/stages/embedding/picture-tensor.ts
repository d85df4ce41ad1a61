import sharp from 'sharp';
import type { Pixels } from '../../../../domain/photo/pixels.ts';
import type { Preprocessing } from './preprocessing.ts';

export type Layout = 'nchw' | 'nhwc';

export interface Scaling extends Pick<Preprocessing, 'fit' | 'mean' | 'std'> {
  readonly size: number;
  readonly layout: Layout;
}

/** The numbers that a model looks at: a square of the picture, each channel moved and stretched as in its training. */
export async function pictureTensor({ width, height, data }: Pixels, scaling: Scaling): Promise<Float32Array> {
  const { size, fit, mean, std, layout } = scaling;
  const square = await sharp(data, { raw: { width, height, channels: 3 } })
    .resize(size, size, { fit, position: 'centre', kernel: 'cubic' })
    .raw()
    .toBuffer();
  const area = size * size;
  const tensor = new Float32Array(3 * area);
  const place = layout === 'nchw' ? { pixel: 1, channel: area } : { pixel: 3, channel: 1 };
  for (const channel of [0, 1, 2] as const) {
    const [middle, spread] = [mean[channel], std[channel]];
    for (let pixel = 0; pixel < area; pixel += 1) {
      const share = (square[pixel * 3 + channel] ?? 0) / 255;
      tensor[pixel * place.pixel + channel * place.channel] = (share - middle) / spread;
    }
  }
  return tensor;
}
