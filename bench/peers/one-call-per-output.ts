import sharp from 'sharp';
import type { Sharp } from 'sharp';

/**
 * The same forms as most services make them: each by a call of its own, from the file that was sent. The encodings are
 * ours, the rest is what sharp does unasked; that spares it most of decoding a JPEG for the small ones.
 */
export async function oneCallPerOutput(file: Buffer): Promise<string[]> {
  const open = () => sharp(file).autoOrient();
  const within = (edge: number) => open().resize(edge, edge, { fit: 'inside', withoutEnlargement: true });
  const outputs = [
    open().jpeg({ quality: 88, optimiseCoding: false }),
    within(1280).jpeg({ quality: 80 }),
    within(320).jpeg({ quality: 80 }),
    within(32).webp({ quality: 50 }),
  ];
  return Promise.all(outputs.map(sizeOf));
}

async function sizeOf(image: Sharp): Promise<string> {
  const { info } = await image.toBuffer({ resolveWithObject: true });
  return `${info.width}x${info.height}`;
}
