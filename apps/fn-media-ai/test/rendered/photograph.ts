import sharp from 'sharp';
import { chance } from './chance.ts';

/** How a drawing becomes a photo. What is left out does no harm to it. */
export interface Conditions {
  /** How far the thing lies turned, clockwise. */
  readonly degrees?: number;
  /** Of the thing's own size. */
  readonly scale?: number;
  /** Standard deviation in pixels of a photo 1,600 wide. */
  readonly blur?: number;
  /** 1 is daylight. */
  readonly light?: number;
  /** 1 leaves contrast as it is. */
  readonly contrast?: number;
  /** Standard deviation of each pixel. */
  readonly noise?: number;
  readonly seed?: number;
}

/** A thing to photograph: SVG in a coordinate system of its own. */
export interface Drawing {
  readonly svg: string;
  readonly width: number;
  readonly height: number;
}

const WIDTH = 1_600;
const HEIGHT = 1_200;

/** A JPEG of the thing in the middle of a table, `width` pixels wide. */
export async function photograph(drawing: Drawing, conditions: Conditions = {}, width = WIDTH): Promise<Buffer> {
  const { degrees = 0, scale = 1, blur = 0, light = 1, contrast = 1, noise = 0, seed = 1 } = conditions;
  const place = `translate(${WIDTH / 2} ${HEIGHT / 2}) rotate(${degrees}) scale(${scale}) translate(${-drawing.width / 2} ${-drawing.height / 2})`;
  const height = (width * HEIGHT) / WIDTH;
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${WIDTH} ${HEIGHT}">
    <rect width="${WIDTH}" height="${HEIGHT}" fill="#8d7f70"/><g transform="${place}">${drawing.svg}</g></svg>`;
  let image = sharp(Buffer.from(svg)).removeAlpha();
  if (blur > 0) image = image.blur((blur * width) / WIDTH);
  if (light !== 1 || contrast !== 1) image = image.linear(light * contrast, light * 128 * (1 - contrast));
  const { data, info } = await image.raw().toBuffer({ resolveWithObject: true });
  if (noise > 0) addNoise(data, noise, seed);
  return sharp(data, { raw: { width: info.width, height: info.height, channels: 3 } })
    .jpeg({ quality: 88 })
    .toBuffer();
}

/** Of each pixel, all three colours alike; near enough to a bell curve. */
function addNoise(data: Buffer, deviation: number, seed: number): void {
  const random = chance(seed);
  for (let at = 0; at < data.length; at += 3) {
    const shift = (random.next() + random.next() + random.next() - 1.5) * 2 * deviation;
    for (let channel = at; channel < at + 3; channel += 1) {
      data[channel] = Math.min(255, Math.max(0, (data[channel] ?? 0) + shift));
    }
  }
}
