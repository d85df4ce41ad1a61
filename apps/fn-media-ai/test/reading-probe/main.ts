import sharp from 'sharp';
import type { AboutItem } from '../../src/domain/photo/stage.ts';
import { decode } from '../../src/outbound/reader/decode.ts';
import { type FurtherStages, readPhoto } from '../../src/outbound/reader/read-photo.ts';
import { furtherStages } from '../../src/outbound/reader/stages/further-stages.ts';
import { photosIn } from './draw-photos.ts';
import { digestOf, oneCallPerStage } from './one-call-per-stage.ts';

/** What a benchmark asks: which of the photos to read, and whether to look for writing. */
interface Question {
  readonly photo: number;
  readonly text: boolean;
}

const ABOUT: AboutItem = { kind: 'found', category: '', language: 'en' };
const SIDES = { ours, peer: oneCallPerStage };
const side = SIDES[process.argv[2] as keyof typeof SIDES];

// As in a reader.
sharp.cache(false);
sharp.concurrency(1);
const further = {
  with: furtherStages({ mostBytes: 0, text: true }),
  without: furtherStages({ mostBytes: 0, text: false }),
};
const photos = await photosIn(process.argv[3] ?? '');
process.on('message', (question: Question) => void answer(question).then((measured) => process.send?.(measured)));
process.send?.({ photos: photos.length, megabytes: photos.map(({ length }) => length / 1_000_000) });

async function answer({ photo, text }: Question) {
  const file = photos[photo] ?? Buffer.alloc(0);
  const [start, used] = [performance.now(), process.cpuUsage()];
  const digest = await side(file, ABOUT, text ? further.with : further.without);
  const { user, system } = process.cpuUsage(used);
  return { digest, milliseconds: performance.now() - start, processorMilliseconds: (user + system) / 1_000 };
}

async function ours(file: Buffer, about: AboutItem, stages: FurtherStages): Promise<string> {
  const { reading, forms } = await readPhoto(await decode(file), about, stages);
  const { quality, hints, hashes, vectors, colors, texts } = reading;
  const [told] = vectors;
  const confidence = reading.stages.find(({ stage }) => stage === 'colors')?.confidence;
  return digestOf([reading.pipelineVersion, { quality, hints }, hashes, { colors, confidence }, told, texts], forms);
}
