import type { DecodedPhoto } from '../../domain/photo/decoded-photo.ts';
import type { PhotoReading, VisualVector } from '../../domain/photo/photo-reading.ts';
import { PIPELINE_VERSION } from '../../domain/photo/pipeline-version.ts';
import type { AboutItem, Found, Stage, StageName, StageUse } from '../../domain/photo/stage.ts';
import type { WrittenOnItem } from '../../domain/photo/written-on-item.ts';
import type { PhotoRead } from '../../use-cases/photo-reader.port.ts';
import { publicForms } from './public-forms.ts';
import { colorsStage, descriptorStage, hashesStage, qualityStage } from './stages/pixel-stages.ts';

/** What is not mathematics of the pixels. */
export interface FurtherStages {
  readonly writing?: ((photo: DecodedPhoto, about: AboutItem) => Promise<WrittenOnItem>) | undefined;
  readonly embedding?: Stage<VisualVector> | undefined;
}

/** Nobody looked for writing, so there may be some anywhere. */
const UNREAD: WrittenOnItem = {
  codes: [],
  texts: [],
  personal: [],
  redaction: { kind: 'whole', regions: [] },
  stages: [],
};

/** Every stage looks at the same pixels; those that wait for another thread do so while the others compute. */
export async function readPhoto(photo: DecodedPhoto, about: AboutItem, further: FurtherStages): Promise<PhotoRead> {
  const slow = Promise.all([
    further.writing?.(photo, about).catch(() => UNREAD) ?? UNREAD,
    further.embedding?.read(photo, about).catch(() => undefined),
  ]);
  const quality = await qualityStage.read(photo, about);
  const hashes = await hashesStage.read(photo, about);
  const colors = await colorsStage.read(photo, about);
  const descriptor = await descriptorStage.read(photo, about);
  const [{ stages, ...writing }, embedding] = await slow;
  const start = performance.now();
  const forms = await publicForms(photo.pixels, writing.redaction);
  const redaction = { finding: forms, confidence: null, milliseconds: performance.now() - start, ...LOCAL };
  const reading: PhotoReading = {
    pipelineVersion: PIPELINE_VERSION,
    readAs: about.category,
    width: photo.originalWidth,
    height: photo.originalHeight,
    ...quality.finding,
    hashes: hashes.finding,
    colors: colors.finding.colors,
    vectors: [descriptor, embedding].flatMap((found) => (found ? [found.finding] : [])),
    ...writing,
    stages: [
      ...uses({ quality, hashes, colors, descriptor }),
      ...stages,
      ...uses({ ...(embedding && { embedding }), redaction }),
    ],
  };
  return { reading, forms };
}

const LOCAL = { provider: 'local', model: 'cover-1' } as const;

function uses(found: Partial<Record<StageName, Found<unknown>>>): StageUse[] {
  return (Object.entries(found) as [StageName, Found<unknown>][]).map(([stage, { finding: _, ...use }]) => ({
    stage,
    ...use,
  }));
}
