import { createHash } from 'node:crypto';
import sharp from 'sharp';
import type { Sharp } from 'sharp';
import { covered } from '../../src/domain/photo/covering/cover.ts';
import { DecodedPhoto } from '../../src/domain/photo/decoded-photo.ts';
import { PIPELINE_VERSION } from '../../src/domain/photo/pipeline-version.ts';
import type { Redaction } from '../../src/domain/photo/region.ts';
import type { AboutItem } from '../../src/domain/photo/stage.ts';
import type { FurtherStages } from '../../src/outbound/reader/read-photo.ts';
import {
  colorsStage,
  descriptorStage,
  hashesStage,
  qualityStage,
} from '../../src/outbound/reader/stages/pixel-stages.ts';
import { pixelsOf } from '../photos/photo-file.ts';

/**
 * The same stages as each of them would be written by itself: a call of sharp for its pixels, and one for each public
 * form. sharp scales a JPEG down while it reads it, so none of these calls decodes the whole file.
 */
export async function oneCallPerStage(file: Buffer, about: AboutItem, { writing }: FurtherStages): Promise<string> {
  const open = () => sharp(file).autoOrient();
  const within = (edge: number) => open().resize(edge, edge, { fit: 'inside', withoutEnlargement: true });
  const decoded = async () => {
    const { width, height } = await open().metadata();
    return new DecodedPhoto(await pixelsOf(within(1_600)), width, height);
  };
  const quality = await qualityStage.read(await decoded(), about);
  const hashes = await hashesStage.read(await decoded(), about);
  const colors = await colorsStage.read(await decoded(), about);
  const descriptor = await descriptorStage.read(await decoded(), about);
  const written = await writing?.(await decoded(), about);
  const redaction: Redaction = written?.redaction ?? { kind: 'whole', regions: [] };
  const forms = [await form(within(1_280), redaction), await form(within(320), redaction)];
  const found = [quality, hashes, colors, descriptor].map(({ finding }) => finding);
  return digestOf([PIPELINE_VERSION, ...found, written?.texts ?? []], forms);
}

/** Two ways of doing the same found the same, in forms of the same sizes. */
export function digestOf(found: unknown, forms: readonly { width: number; height: number }[]): string {
  const sizes = forms.map(({ width, height }) => [width, height]);
  return createHash('sha256')
    .update(JSON.stringify([found, sizes]))
    .digest('hex');
}

async function form(image: Sharp, redaction: Redaction): Promise<{ width: number; height: number }> {
  const { width, height, data } = covered(await pixelsOf(image), redaction);
  const { info } = await sharp(data, { raw: { width, height, channels: 3 } })
    .jpeg({ quality: 80 })
    .toBuffer({ resolveWithObject: true });
  return info;
}
