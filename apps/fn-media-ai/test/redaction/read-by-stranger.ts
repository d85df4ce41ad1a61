import sharp from 'sharp';
import { DecodedPhoto } from '../../src/domain/photo/decoded-photo.ts';
import { folded } from '../../src/domain/text/numbers/folded.ts';
import { LAYOUT, type RecognisedWord, type Recogniser } from '../../src/outbound/reader/stages/ocr/recogniser.ts';
import { TextStage } from '../../src/outbound/reader/stages/text-stage.ts';
import { wordsIn } from '../rendered/words-in.ts';
import { type Look, WIDEST } from './looks.ts';

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
  let image = sharp(bytes).resize({ width: Math.min(WIDEST, Math.round(width * scale)) });
  if (contrast === 'stretched') image = image.normalise();
  if (contrast === 'steep') image = image.linear(2.5, -190);
  const { data, info } = await image.toColourspace('srgb').raw().toBuffer({ resolveWithObject: true });
  return new DecodedPhoto({ width: info.width, height: info.height, data }, info.width, info.height);
}
