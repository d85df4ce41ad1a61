import sharp from 'sharp';
import type { Sharp } from 'sharp';

export interface PhotoOptions {
  readonly width?: number;
  readonly height?: number;
  readonly as?: 'jpeg' | 'png' | 'webp' | 'avif';
}

/** A picture whose corners differ, so that a turn or a mirror shows: red, green, blue and white, clockwise from the left top. */
export function drawing(width = 640, height = 480): Sharp {
  const half = { w: width / 2, h: height / 2 };
  const block = (x: number, y: number, fill: string) =>
    `<rect x="${x}" y="${y}" width="${half.w}" height="${half.h}" fill="${fill}"/>`;
  const blocks = `${block(0, 0, '#f00')}${block(half.w, 0, '#0f0')}${block(half.w, half.h, '#00f')}${block(0, half.h, '#fff')}`;
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}">${blocks}</svg>`;
  return sharp(Buffer.from(svg)).removeAlpha();
}

export function plainPhoto({ width, height, as = 'jpeg' }: PhotoOptions = {}): Promise<Buffer> {
  return encode(drawing(width, height), as);
}

export function encode(image: Sharp, as: 'jpeg' | 'png' | 'webp' | 'avif'): Promise<Buffer> {
  return (as === 'avif' ? image.avif({ effort: 0 }) : image[as]()).toBuffer();
}
