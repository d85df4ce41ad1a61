import { Recogniser } from '../../src/outbound/reader/stages/ocr/recogniser.ts';
import { TextStage } from '../../src/outbound/reader/stages/text-stage.ts';
import { writingReader } from '../../src/outbound/reader/stages/writing.ts';

/** One for a whole evaluation: what it loads stays warm. */
export const recogniser = new Recogniser();
export const readWriting = writingReader(recogniser);
export const readText = new TextStage(recogniser);
