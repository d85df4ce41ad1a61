import sharp from 'sharp';
import { DecodedPhoto } from '../../src/domain/photo/decoded-photo.ts';
import { folded } from '../../src/domain/text/numbers/folded.ts';
import { LAYOUT, type RecognisedWord, type Recogniser } from '../../src/outbound/reader/stages/ocr/recogniser.ts';
import { TextStage } from '../../src/outbound/reader/stages/text-stage.ts';
import { wordsIn } from '../rendered/words-in.ts';

/** What a stranger may do to a public form before having it read: make it larger or smaller, stretch its contrast. */
export interface Look {
  readonly scale: number;
  readonly contrast: 'as-is' | 'stretched' | 'steep';
  /** Read line by line as the service does, or the whole picture in one go. */
  readonly by: 'lines' | 'page';
}

export const LOOKS: readonly Look[] = (['lines', 'page'] as const).flatMap((by) =>
  ([1, 0.7, 1.25, 2] as const).flatMap((scale) =>
    (['as-is', 'stretched', 'steep'] as const).map((contrast) => ({ scale, contrast, by })),
  ),
);

const ABOUT = { kind: 'found', category: '', language: 'en' } as const;

/** Noise is read as well, by the thousand letters: a short word in the middle of them is chance. */
const LONG = 6;
const SURE = 0.4;

/** Which of these words our own reader makes out: long ones wherever they stand, short ones as words of their own. */
export async function readByStranger(
  bytes: Buffer,
  look: Look,
  recogniser: Recogniser,
  wanted: readonly string[],
): Promise<string[]> {
  const read = await wordsOf(await lookedAt(bytes, look), look, recogniser);
  const joined = read.map(({ text }) => folded(text)).join('');
  const sure = read.filter(({ confidence }) => confidence >= SURE).flatMap(({ text }) => wordsIn(text));
  return wanted.filter((word) => (word.length >= LONG ? joined : sure).includes(word));
}

type Word = Pick<RecognisedWord, 'text' | 'confidence'>;

async function wordsOf(photo: DecodedPhoto, { by }: Look, recogniser: Recogniser): Promise<readonly Word[]> {
  if (by === 'page') return recogniser.read(photo.grey, ['eng'], LAYOUT.sparse);
  const { finding } = await new TextStage(recogniser, { workMs: 20_000, waitMs: 60_000 }).read(photo, ABOUT);
  return finding.lines.flatMap(({ words }) => words);
}

async function lookedAt(bytes: Buffer, { scale, contrast }: Look): Promise<DecodedPhoto> {
  const { width } = await sharp(bytes).metadata();
  let image = sharp(bytes).resize({ width: Math.min(1_600, Math.round(width * scale)) });
  if (contrast === 'stretched') image = image.normalise();
  if (contrast === 'steep') image = image.linear(2.5, -190);
  const { data, info } = await image.toColourspace('srgb').raw().toBuffer({ resolveWithObject: true });
  return new DecodedPhoto({ width: info.width, height: info.height, data }, info.width, info.height);
}
