import { colorsOf, type ItemColors } from '../../../domain/photo/colors/colors.ts';
import type { DecodedPhoto } from '../../../domain/photo/decoded-photo.ts';
import { DESCRIPTOR_MODEL, descriptorOf } from '../../../domain/photo/descriptor/descriptor.ts';
import { hashesOf } from '../../../domain/photo/hashes/hashes.ts';
import type { PhotoHash, VisualVector } from '../../../domain/photo/photo-reading.ts';
import { type MeasuredQuality, qualityOf } from '../../../domain/photo/quality/quality.ts';
import type { Stage, StageName } from '../../../domain/photo/stage.ts';

export const qualityStage: Stage<MeasuredQuality> = measurement('quality', 'quality-1', qualityOf);

export const hashesStage: Stage<readonly PhotoHash[]> = measurement('hashes', 'pdq-1+dhash-1', ({ grey }) =>
  hashesOf(grey),
);

export const colorsStage: Stage<ItemColors> = measurement(
  'colors',
  'oklab-1',
  ({ pixels }) => colorsOf(pixels),
  ({ confidence }) => confidence,
);

export const descriptorStage: Stage<VisualVector> = measurement('descriptor', DESCRIPTOR_MODEL, ({ pixels }) =>
  descriptorOf(pixels),
);

/** Mathematics of this service: no model but a version. */
function measurement<Finding>(
  name: StageName,
  model: string,
  look: (photo: DecodedPhoto) => Finding,
  confidenceOf: (finding: Finding) => number | null = () => null,
): Stage<Finding> {
  return {
    name,
    async read(photo) {
      const start = performance.now();
      const finding = look(photo);
      const milliseconds = performance.now() - start;
      return { finding, confidence: confidenceOf(finding), milliseconds, provider: 'local', model };
    },
  };
}
