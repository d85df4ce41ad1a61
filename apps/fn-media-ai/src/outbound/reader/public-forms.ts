import sharp from 'sharp';
import type { Sharp } from 'sharp';
import { covered } from '../../domain/photo/covering/cover.ts';
import type { Pixels } from '../../domain/photo/pixels.ts';
import type { Redaction } from '../../domain/photo/region.ts';
import type { PublicForm } from '../../use-cases/photo-reader.port.ts';

/** The larger first: each smaller one is made from the one before, so what is hidden in it is hidden in all. */
const EDGES = [1_280, 320] as const;
const JPEG = { quality: 80 } as const;

/** sharp keeps nothing that the file said beside the picture. */
export async function publicForms(pixels: Pixels, redaction: Redaction): Promise<PublicForm[]> {
  const forms: PublicForm[] = [];
  let last = pixels;
  for (const [index, edge] of EDGES.entries()) {
    const within = await scaled(last, edge);
    last = index === 0 ? covered(within, redaction) : within;
    const { data, info } = await opened(last).jpeg(JPEG).toBuffer({ resolveWithObject: true });
    forms.push({ name: String(edge), contentType: 'image/jpeg', width: info.width, height: info.height, bytes: data });
  }
  return forms;
}

async function scaled(pixels: Pixels, edge: number): Promise<Pixels> {
  if (Math.max(pixels.width, pixels.height) <= edge) return pixels;
  const image = opened(pixels).resize(edge, edge, { fit: 'inside' });
  const { data, info } = await image.raw().toBuffer({ resolveWithObject: true });
  return { width: info.width, height: info.height, data };
}

function opened({ width, height, data }: Pixels): Sharp {
  return sharp(data, { raw: { width, height, channels: 3 } });
}
